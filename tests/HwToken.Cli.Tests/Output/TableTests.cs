
using HwToken.Cli.Output;

namespace HwToken.Cli.Tests.Output;

public class TableTests
{
    private static Table TwoRows()
    {
        var table = new Table("NAME", "DIGITS");
        table.Add("alice", "6");
        table.Add("github:somebody", "8");
        return table;
    }

    [Fact]
    public void ToAligned_Rows_StandUnderTheirHeadings() =>
        Assert.Equal(
            """
            NAME             DIGITS
            alice            6
            github:somebody  8

            """,
            TwoRows().ToAligned(colors: false));

    [Fact]
    public void ToAligned_Colors_MarkTheHeadingsOnly() =>
        Assert.Equal(
            "\e[1mNAME             DIGITS\e[0m\nalice            6\ngithub:somebody  8\n", TwoRows().ToAligned(colors: true));

    [Fact]
    public void ToSeparated_Rows_AreTabSeparatedWithoutHeadings() =>
        Assert.Equal("alice\t6\ngithub:somebody\t8\n", TwoRows().ToSeparated());

    [Fact]
    public void Add_CellWithTabOrEscape_CannotBreakTheColumns()
    {
        var table = new Table("NAME");
        table.Add("a\tb\e[0m\n");
        Assert.Equal("a\uFFFDb\uFFFD[0m\uFFFD\n", table.ToSeparated());
    }
}
