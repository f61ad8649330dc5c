using System.Text.RegularExpressions;
using HwToken.Cli.Errors;
using HwToken.Client.Accounts;

namespace HwToken.Cli.Tests;

public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("host", "HwToken.Cli", "README.md"));

    [Fact]
    public void ExitStatuses_Table_HasEveryOneOfThem()
    {
        string table = Readme[Readme.IndexOf("<!-- table: exit statuses -->", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("\n\n", StringComparison.Ordinal)];
        Assert.Equal(
            Enum.GetValues<ExitStatus>().Select(status => (int)status),
            StatusCell().Matches(table).SelectMany(row => row.Groups[1].Value.Split(", ")).Select(int.Parse));
    }

    [Fact]
    public void NamesOfLongArns_Table_AreThoseOfTheRule()
    {
        MatchCollection rows = ArnAndName().Matches(Readme);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(row.Groups[2].Value, MfaSerial.NameOf(row.Groups[1].Value)));
    }

    [Fact]
    public async Task Commands_OfTheHelp_AreAllInIt()
    {
        using var host = new TestHost();
        string help = await host.OutputAsync("--help");
        string commands = help[help.IndexOf("Commands:", StringComparison.Ordinal)..help.IndexOf("Exit status:", StringComparison.Ordinal)];
        string[] names = [.. CommandName().Matches(commands).Select(match => match.Groups[1].Value)];
        Assert.Contains("credential-process", names);
        Assert.All(names, name => Assert.Contains($"hwtoken {name}", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_InIt_HaveHelp()
    {
        using var host = new TestHost();
        string[][] commands = [.. CommandInTable().Matches(Readme).Select(match => match.Groups[1].Value.Split(' '))];
        Assert.NotEmpty(commands);
        foreach (string[] command in commands)
        {
            Assert.Contains("Usage:", await host.OutputAsync([.. command, "--help"]), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"(?m)^\| (\d+(?:, \d+)*) \|")]
    private static partial Regex StatusCell();

    [GeneratedRegex(@"(?m)^  ([a-z][a-z-]+) ")]
    private static partial Regex CommandName();

    [GeneratedRegex(@"\| `hwtoken ((?:accounts )?[a-z][a-z-]+)")]
    private static partial Regex CommandInTable();

    [GeneratedRegex(@"^\| `(arn:[^`]+)` \| `([^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex ArnAndName();
}
