using System.Globalization;
using System.Xml.Linq;
using HwToken.Paper.Card;

namespace HwToken.Paper.Tests.Card;

public class SvgCardTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Accounts => ["a", "arn:aws:iam::123456789012:mfa/root-account-mfa-device", CardPages.Longest];

    [Theory]
    [MemberData(nameof(Accounts))]
    public void Write_AnyAccount_IsOnePageWithEveryWordOnIt(string account)
    {
        var facts = CardPages.Facts(account);
        Assert.InRange(SvgCard.Draw(facts).Bottom, 100, SvgCard.Lowest);
        XElement page = XDocument.Parse(SvgCard.Write(facts)).Root!;
        string words = Words(string.Concat(page.Descendants(Svg + "text").Select(text => text.Value)));
        var text = new CardText(facts);
        foreach (string line in text.Steps.Concat(text.Blanks).Concat(text.Facts.Select(f => f.Value)).Append(CardText.Assurance))
        {
            Assert.Contains(Words(line), words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_Lines_NoneIsLongerThanThePageIsWide()
    {
        XElement page = XDocument.Parse(SvgCard.Write(CardPages.Facts(CardPages.Longest))).Root!;
        foreach (XElement text in page.Descendants(Svg + "text"))
        {
            double x = double.Parse(text.Attribute("x")!.Value, CultureInfo.InvariantCulture);
            double size = double.Parse((text.Attribute("font-size") ?? page.Attribute("font-size"))!.Value, CultureInfo.InvariantCulture);
            double width = text.Value.Length * size * (text.Attribute("font-family") is null ? 0.54 : 0.6);
            Assert.True(x + width <= 210 - 15, $"{text.Value} ends at {x + width} mm");
        }
    }

    [Fact]
    public void Write_Page_NeedsNothingElse()
    {
        string svg = SvgCard.Write(CardPages.Facts()).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
        Assert.DoesNotContain("href", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
    }

    private static string Words(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
