using System.Text;
using HwToken.Device.Ui;

namespace HwToken.Device.Tests.Ui;

public class TextLineTests
{
    private readonly TextLine _line = new();

    [Theory]
    [InlineData(0, 1, "0")]
    [InlineData(7, 2, "07")]
    [InlineData(120, 1, "120")]
    [InlineData(1_099_511_627_775, 1, "1099511627775")]
    [InlineData(87, 6, "000087")]
    public void AddNumber_Value_IsDecimal(long value, int minDigits, string expected)
    {
        Assert.Equal(expected, _line.AddNumber(value, minDigits).ToString());
    }

    [Fact]
    public void AddNumber_AfterText_LeavesTheTextAlone()
    {
        Assert.Equal("in 12 s", _line.Add("in ").AddNumber(12).Add(" s").ToString());
    }

    [Theory]
    [InlineData("Zoë Müller", "Zoe Muller")]
    [InlineData("Zoe\u0308", "Zoe")] // decomposed
    [InlineData("日本 x", "□□ x")]
    public void AddUtf8_Text_TakesOneCellACharacter(string text, string expected)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);

        Assert.Equal(expected, _line.AddUtf8(utf8, 0, utf8.Length).ToString());
    }

    [Fact]
    public void AddUtf8_BrokenSequence_IsABox()
    {
        Assert.Equal("a□b", _line.AddUtf8([(byte)'a', 0xC3, (byte)'b'], 0, 3).ToString());
    }

    [Fact]
    public void Add_MoreThanItHolds_IsDropped()
    {
        Assert.Equal(64, _line.Add(new string('x', 100)).Length);
    }

    [Theory]
    [InlineData("123456789012345678901", "123456789012345678901")]
    [InlineData("1234567890123456789012", "1234567890…3456789012")]
    [InlineData("break-glass-administrator", "break-glas…inistrator")]
    public void Shorten_Text_KeepsBothEnds(string text, string expected)
    {
        _line.Add(text).Shorten();

        Assert.Equal(expected, _line.ToString());
    }

    [Theory]
    [InlineData("fits on one line", "fits on one line", "")]
    [InlineData("the quick brown fox jumps", "the quick brown fox", "jumps")]
    [InlineData("exactly twenty-one ch next", "exactly twenty-one ch", "next")]
    [InlineData("organizationaccountaccessrole", "organizationaccountac", "cessrole")]
    [InlineData("a organizationaccountaccess", "a organizationaccount", "access")] // at the blank, the rest were too long
    public void WrapInto_Text_BreaksAtABlankIfThatHelps(string text, string first, string second)
    {
        var rest = new TextLine();

        _line.Add(text).WrapInto(rest);

        Assert.Equal((first, second), (_line.ToString(), rest.ToString()));
    }
}
