using System.Net;
using System.Text;

namespace HwToken.Cli.Card;

/// <summary>The card as one page of HTML that needs nothing else, black on white.</summary>
internal static class HtmlCard
{
    private const string Style =
        """
        @page { size: A4; margin: 12mm 14mm }
        body { font: 10pt/1.3 sans-serif; color: #000; background: #fff; max-width: 180mm; margin: 0 auto }
        h1 { font-size: 16pt; margin: 0 0 1mm } h2 { font-size: 12pt; margin: 4mm 0 1mm }
        p { margin: 0 0 2mm } table { border-collapse: collapse; width: 100% }
        td { border: 0.3mm solid #000; padding: 0.6mm 2mm; overflow-wrap: anywhere } td:first-child { width: 32% }
        .facts td:last-child { font: bold 10.5pt monospace } .blanks td { height: 6.5mm }
        ol { margin: 0; padding-left: 6mm } li { margin: 0 0 0.8mm }
        """;

    public static string Write(CardFacts facts)
    {
        var text = new CardText(facts);
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append($"<title>{Escape(CardText.Title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n");
        html.Append($"<h1>{Escape(CardText.Title)}</h1>\n<p>{Escape(CardText.Assurance)}</p>\n");
        Rows(html, "facts", text.Facts);
        html.Append($"<h2>{Escape(CardText.StepsTitle)}</h2>\n<ol>\n");
        foreach (string step in text.Steps)
        {
            html.Append($"<li>{Escape(step)}</li>\n");
        }

        html.Append($"</ol>\n<h2>{Escape(CardText.BlanksTitle)}</h2>\n");
        Rows(html, "blanks", text.Blanks.Select(name => (name, "")));
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Rows(StringBuilder html, string kind, IEnumerable<(string Name, string Value)> rows)
    {
        html.Append($"<table class=\"{kind}\">\n");
        foreach ((string name, string value) in rows)
        {
            html.Append($"<tr><td>{Escape(name)}</td><td>{Escape(value)}</td></tr>\n");
        }

        html.Append("</table>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
