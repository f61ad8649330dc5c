using System.Net;
using HwToken.Paper.Card;

namespace HwToken.Paper.Tests.Card;

public class HtmlCardTests
{
    [Fact]
    public void Write_Card_HasEveryWord()
    {
        var facts = CardPages.Facts(CardPages.Longest);
        string html = WebUtility.HtmlDecode(HtmlCard.Write(facts));
        var text = new CardText(facts);
        foreach (string line in text.Steps.Concat(text.Blanks).Concat(text.Facts.Select(f => f.Value)).Append(CardText.Assurance))
        {
            Assert.Contains(line, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_AccountThatLooksLikeMarkup_IsText()
    {
        string html = HtmlCard.Write(CardPages.Facts("<script>alert(1)</script>"));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Page_NeedsNothingElse()
    {
        string html = HtmlCard.Write(CardPages.Facts());
        foreach (string outside in new[] { "src=", "href=", "url(", "@import", "<script", "<link" })
        {
            Assert.DoesNotContain(outside, html, StringComparison.OrdinalIgnoreCase);
        }
    }
}
