using HwToken.Wiring.Inputs;

namespace HwToken.Wiring.Tests.Inputs;

public sealed class BuildTests : IDisposable
{
    private const string Header = "key,title,board,column,left_out,joined,renamed,note\n";

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Read_Lists_AreSplitAtBars()
    {
        File.WriteAllText(_file, Header + "k,t,b,c,one|two 3,A=B|C=D,x=y,n\n");

        Build build = Assert.Single(Build.Read(_file));

        Assert.Equal(["one", "two 3"], build.LeftOut);
        Assert.Equal(new Dictionary<string, string> { ["A"] = "B", ["C"] = "D" }, build.Joined);
        Assert.Equal("y", build.Renamed["x"]);
    }

    [Theory]
    [InlineData("k,t,b,c,,A,,n", "joined has 'A', not old=new")]
    [InlineData("k,t,b,c,,,a=b=c,n", "renamed has 'a=b=c', not old=new")]
    public void Read_NoPair_NamesLineAndColumn(string line, string message)
    {
        File.WriteAllText(_file, Header + line + "\n");

        Assert.EndsWith(
            "line 2: " + message, Assert.Throws<InvalidDataException>(() => Build.Read(_file)).Message,
            StringComparison.Ordinal);
    }
}
