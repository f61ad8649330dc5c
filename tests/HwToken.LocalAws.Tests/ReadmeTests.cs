using System.Text;
using System.Text.RegularExpressions;
using HwToken.LocalAws.Configuration;

namespace HwToken.LocalAws.Tests;

public partial class ReadmeTests
{
    [Fact]
    public void Example_Configuration_IsOne()
    {
        string readme = File.ReadAllText(Repository.PathOf("host", "HwToken.LocalAws", "README.md"));
        string json = Assert.Single(JsonBlock().Matches(readme)).Groups[1].Value;
        Assert.NotNull(AccountBuilder.Build(ConfigJson.Parse(Encoding.UTF8.GetBytes(json))).FindKey("AKIAIOSFODNN7EXAMPLE"));
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
