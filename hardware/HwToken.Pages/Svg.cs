// Writing SVG pictures.

using System.Globalization;
using System.Net;
using System.Text;

namespace HwToken.Pages;

/// <summary>The few shapes that the pictures are made of. Coordinates are pixels from the upper left corner.</summary>
public sealed class Svg
{
    private readonly StringBuilder _text = new();

    /// <param name="title">For those who cannot see the picture, too.</param>
    public Svg(int width, int height, string title)
    {
        _text.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" ");
        _text.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {width} {height}\" ");
        _text.Append(CultureInfo.InvariantCulture, $"width=\"{width}\" height=\"{height}\" role=\"img\" ");
        _text.Append("font-family=\"sans-serif\" font-size=\"13\">\n");
        _text.Append(CultureInfo.InvariantCulture, $"<title>{Escape(title)}</title>\n");
        Rectangle(0, 0, width, height, "#ffffff");
    }

    public void Rectangle(double x, double y, double width, double height, string fill) => _text.Append(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{x:F1}\" y=\"{y:F1}\" width=\"{width:F1}\" height=\"{height:F1}\" fill=\"{fill}\"/>\n");

    public void VerticalLine(double x, double top, double bottom, string stroke) => _text.Append(
        CultureInfo.InvariantCulture,
        $"<line x1=\"{x:F1}\" y1=\"{top:F1}\" x2=\"{x:F1}\" y2=\"{bottom:F1}\" stroke=\"{stroke}\"/>\n");

    /// <param name="anchor">start, middle or end: which part of the text is at <paramref name="x"/>.</param>
    public void Text(double x, double y, string text, string anchor = "start") => _text.Append(
        CultureInfo.InvariantCulture,
        $"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\" fill=\"#222222\">{Escape(text)}</text>\n");

    /// <summary>A rectangle with an outline and round corners.</summary>
    public void Box(double x, double y, double width, double height, string fill, string stroke, double radius = 0) =>
        _text.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{x:F1}\" y=\"{y:F1}\" width=\"{width:F1}\" height=\"{height:F1}\" rx=\"{radius:F1}\" "
            + $"fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.4\"/>\n");

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width) => _text.Append(
        CultureInfo.InvariantCulture,
        $"<line x1=\"{x1:F1}\" y1=\"{y1:F1}\" x2=\"{x2:F1}\" y2=\"{y2:F1}\" stroke=\"{stroke}\" "
        + $"stroke-width=\"{width:F1}\"/>\n");

    public void Dot(double x, double y, double radius, string fill) => _text.Append(
        CultureInfo.InvariantCulture, $"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"{radius:F1}\" fill=\"{fill}\"/>\n");

    /// <summary>Text with a look of its own.</summary>
    public void Text(double x, double y, string text, SvgFont font, string anchor = "start") => _text.Append(
        CultureInfo.InvariantCulture,
        $"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\" font-size=\"{font.Size:F1}\" "
        + $"font-weight=\"{(font.IsBold ? "bold" : "normal")}\" fill=\"{font.Color}\">{Escape(text)}</text>\n");

    public override string ToString() => _text + "</svg>\n";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

/// <param name="Size">Pixels.</param>
/// <param name="Color">As SVG writes it, such as #222222.</param>
public readonly record struct SvgFont(double Size, string Color, bool IsBold = false);
