// The card as a page of HTML or SVG.
using System.Globalization;
using System.Net;
using System.Text;

namespace HwToken.Paper.Card;

/// <summary>The card as one page of HTML that needs nothing else, black on white.</summary>
public static class HtmlCard
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
        html.Append(CultureInfo.InvariantCulture, $"<title>{Escape(CardText.Title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Escape(CardText.Title)}</h1>\n<p>{Escape(CardText.Assurance)}</p>\n");
        Rows(html, "facts", text.Facts);
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Escape(CardText.StepsTitle)}</h2>\n<ol>\n");
        foreach (string step in text.Steps)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{Escape(step)}</li>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"</ol>\n<h2>{Escape(CardText.BlanksTitle)}</h2>\n");
        Rows(html, "blanks", text.Blanks.Select(name => (name, "")));
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Rows(StringBuilder html, string kind, IEnumerable<(string Name, string Value)> rows)
    {
        html.Append(CultureInfo.InvariantCulture, $"<table class=\"{kind}\">\n");
        foreach ((string name, string value) in rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Escape(name)}</td><td>{Escape(value)}</td></tr>\n");
        }

        html.Append("</table>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

/// <summary>The card as one A4 page of SVG, in millimetres: for those who have a converter and no browser.</summary>
public sealed class SvgCard
{
    private const double Width = 210;
    private const double Height = 297;
    private const double Margin = 15;
    private const double ValueColumn = 62;
    private const double Size = 3.6;
    private const double LineHeight = 4.8;
    private const double RowHeight = 6.3;
    private const double BlankHeight = 8.4;
    private const double Indent = 7;

    /// <summary>
    /// A line of a step. Fonts differ: this many characters of <see cref="Size"/> fit with a mean width of 0.54 of it,
    /// which is a little more than DejaVu Sans has, a wide one.
    /// </summary>
    private const int StepCharacters = (int)((Width - (2 * Margin) - Indent) / (Size * 0.54));

    /// <summary>A value, in a typewriter font whose characters are 0.6 of its size.</summary>
    private const int ValueCharacters = (int)((Width - Margin - ValueColumn) / (Size * 0.6)) - 1;

    private readonly StringBuilder _svg = new();
    private double _y = Margin + 6;

    private SvgCard()
    {
    }

    /// <summary>How far down the page it is written, in millimetres.</summary>
    internal double Bottom => _y;

    internal static double Lowest => Height - Margin;

    public static string Write(CardFacts facts) => Draw(facts)._svg.ToString();

    internal static SvgCard Draw(CardFacts facts)
    {
        var text = new CardText(facts);
        var card = new SvgCard();
        card._svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}mm" height="{Height}mm"
                 viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="{Size}">
            <title>{Escape(CardText.Title)}</title>
            <rect width="{Width}" height="{Height}" fill="#fff"/>

            """);
        card.Heading(CardText.Title, 6.2);
        card.Line(Margin, CardText.Assurance);
        card._y += 3;
        foreach ((string name, string value) in text.Facts)
        {
            card.Fact(name, value);
        }

        card.Section(CardText.StepsTitle);
        for (int i = 0; i < text.Steps.Count; i++)
        {
            card.Step(i + 1, text.Steps[i]);
        }

        card.Section(CardText.BlanksTitle);
        foreach (string name in text.Blanks)
        {
            card._y += BlankHeight - LineHeight;
            card.Rule(ValueColumn + 8, card._y + 0.8);
            card.Line(Margin, name);
        }

        card._svg.Append("</svg>\n");
        return card;
    }

    private void Heading(string text, double size)
    {
        Text(Margin, text, string.Create(CultureInfo.InvariantCulture, $" font-size=\"{size}\" font-weight=\"bold\""));
        _y += size + 1;
    }

    private void Section(string title)
    {
        _y += 5;
        Heading(title, 4.6);
    }

    private void Fact(string name, string value)
    {
        Text(Margin, name, "");
        foreach (string line in Wrap(value, ValueCharacters))
        {
            Text(ValueColumn, line, " font-family=\"monospace\" font-weight=\"bold\"");
            _y += LineHeight;
        }

        Rule(Margin, _y - LineHeight + 1.6);
        _y += RowHeight - LineHeight;
    }

    private void Step(int number, string step)
    {
        Text(Margin, string.Create(CultureInfo.InvariantCulture, $"{number}."), "");
        foreach (string line in Wrap(step, StepCharacters))
        {
            Line(Margin + Indent, line);
        }

        _y += 0.8;
    }

    private void Line(double x, string text)
    {
        Text(x, text, "");
        _y += LineHeight;
    }

    private void Text(double x, string text, string style) => _svg.Append(
        CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{_y:0.##}\"{style}>{Escape(text)}</text>\n");

    private void Rule(double x, double y) => _svg.Append(
        CultureInfo.InvariantCulture,
        $"<path d=\"M{x:0.##} {y:0.##}H{Width - Margin}\" stroke=\"#000\" stroke-width=\"0.2\"/>\n");

    /// <summary>At blanks; a word that is longer than a line is cut.</summary>
    private static IEnumerable<string> Wrap(string text, int most)
    {
        while (text.Length > most)
        {
            int blank = text.LastIndexOf(' ', most);
            int end = blank > 0 ? blank : most;
            yield return text[..end];
            text = text[end..].TrimStart();
        }

        yield return text;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
