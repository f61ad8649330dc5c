using HwToken.Wiring.Inputs;

namespace HwToken.Wiring.Tests.Inputs;

public sealed class MeasurementTests : IDisposable
{
    private const string Header = "build,step,nets,measure,red,black,when,unit,min,typical,max,why,verified";

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("", "", "0.1", "at most 0.1 V")]
    [InlineData("100", "", "", "at least 100 V")]
    [InlineData("1", "", "2", "1 to 2 V")]
    [InlineData("", "1.5", "2", "1.5 V, at most 2")]
    [InlineData("1", "1.5", "", "1.5 V, at least 1")]
    [InlineData("1", "1.5", "2", "1.5 V (1 to 2)")]
    public void MustRead_Limits_AreSaidInWords(string min, string typical, string max, string expected) =>
        Assert.Equal(expected, Tables.Measurement(min, typical, max).MustRead);

    [Fact]
    public void MustRead_NotVerified_IsMarked() =>
        Assert.Equal("at most 1 V ?", Tables.Measurement(max: "1", verified: "no: a guess").MustRead);

    [Fact]
    public void Read_Line_KeepsEveryColumn()
    {
        File.WriteAllText(_file, Header + "\nb,s,X|Y,m,X,GND,w,V,1,2,3,because,yes\n");

        Measurement read = Assert.Single(Measurement.Read(_file));

        Assert.Equal(["X", "Y"], read.Nets);
        Assert.Equal(
            ("b", "s", "m", "X", "GND", "w", "V", "because", "yes"),
            (read.Build, read.Step, read.Measure, read.Red, read.Black, read.When, read.Unit, read.Why, read.Verified));
        Assert.Equal(("1", "2", "3"), (read.Min, read.Typical, read.Max));
    }

    [Theory]
    [InlineData("b,s,,m,X,GND,w,V,,2,,why,yes", "line 2: it needs a min or a max")]
    [InlineData("b,s,,m,X,GND,w,V,low,2,3,why,yes", "line 2: min is 'low', not a number")]
    public void Read_UselessLimits_NameTheLine(string line, string message)
    {
        File.WriteAllText(_file, Header + "\n" + line + "\n");

        Assert.EndsWith(
            message, Assert.Throws<InvalidDataException>(() => Measurement.Read(_file)).Message, StringComparison.Ordinal);
    }
}
