using System.Text.RegularExpressions;
using HwToken.Schematic.Model;
using HwToken.Schematic.Output;

namespace HwToken.Schematic.Tests.Output;

/// <summary>KiCad's own tools need a screen; what can be seen without one is seen here.</summary>
public partial class KicadTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Netlist_Nodes_AreTheTable(string build)
    {
        Netlist netlist = Repo.Design(build).Netlist;

        Assert.Equal(
            netlist.Terminals.Where(t => !t.IsOpen).Select(t => $"{t.Component.Reference} {t.Pin.Number}").Order(),
            Node().Matches(KicadNetlist.Write(Repo.Design(build)))
                .Select(node => $"{node.Groups["ref"].Value} {node.Groups["pin"].Value}").Order());
    }

    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Files_Parentheses_AreClosed(string build)
    {
        Assert.All(
            Drawings.Of(Repo.Sheet(build)).Where(file => !file.Key.EndsWith(".svg", StringComparison.Ordinal)),
            file =>
            {
                string bare = Quoted().Replace(file.Value, "");
                Assert.Equal(bare.Count(c => c == '('), bare.Count(c => c == ')'));
                Assert.DoesNotContain('"', bare);
            });
    }

    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Sheet_Identifiers_AreUnique(string build)
    {
        string[] ids = [.. Uuid().Matches(KicadSheet.Write(Repo.Sheet(build))).Select(match => match.Value)];

        Assert.Distinct(ids);
        Assert.True(ids.Length > Repo.Design(build).Netlist.Components.Count);
    }

    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Sheet_References_EndInANumber(string build) => Assert.All(
        Repo.Design(build).Netlist.Components, component => Assert.Matches("^[A-Z]+[0-9]+$", component.Reference));

    [GeneratedRegex("""\(node \(ref "(?<ref>[^"]+)"\) \(pin "(?<pin>[^"]+)"\)""")]
    private static partial Regex Node();

    [GeneratedRegex("""
        "(\\.|[^"\\])*"
        """)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\(uuid [0-9a-f-]{36}\)")]
    private static partial Regex Uuid();
}
