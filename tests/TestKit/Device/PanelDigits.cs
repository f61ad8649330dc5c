using System.Collections.Concurrent;
using HwToken.Core.Text;
using HwToken.Device.Ui;
using HwToken.Virtual.Chips;

namespace HwToken.TestKit.Device;

/// <summary>Reads the large digits off a picture of the panel, pixel by pixel, as an eye would.</summary>
/// <remarks>
/// It learns what each digit looks like at each place from pictures that differ in that digit alone. That the glyphs
/// look like digits, the pictures kept with the screens' tests show to a person.
/// </remarks>
public sealed class PanelDigits
{
    private static readonly ConcurrentDictionary<int, PanelDigits> Learned = new();

    private readonly Place[] _places;

    private PanelDigits(int digits)
    {
        _places = [.. Enumerable.Range(0, digits).Select(place => Learn(place, digits))];
    }

    /// <summary>The code of so many digits that a picture shows; null where it shows none.</summary>
    public static string? Read(PanelPicture picture, int digits)
    {
        PanelDigits learned = Learned.GetOrAdd(digits, count => new PanelDigits(count));
        char[] code = new char[digits];
        for (int i = 0; i < digits; i++)
        {
            if (learned._places[i].Read(picture) is not { } digit)
            {
                return null;
            }

            code[i] = digit;
        }

        return new string(code);
    }

    private static Place Learn(int place, int digits)
    {
        int unit = (int)Math.Pow(10, digits - 1 - place);
        PanelPicture[] pictures = [.. Enumerable.Range(0, 10).Select(value => Draw(value * unit, digits))];
        var pixels = new List<(int X, int Y)>();
        for (int y = 0; y < PanelPicture.Height; y++)
        {
            for (int x = 0; x < PanelPicture.Width; x++)
            {
                if (pictures.Any(picture => picture.IsLit(x, y) != pictures[0].IsLit(x, y)))
                {
                    pixels.Add((x, y));
                }
            }
        }

        return new Place(pixels, [.. pictures.Select(picture => pixels.ConvertAll(p => picture.IsLit(p.X, p.Y)))]);
    }

    private static PanelPicture Draw(int code, int digits)
    {
        var panel = new SimulatedPanel();
        new Screens(panel).ShowCode(code, digits, new Utf8Text(0), 1, 30, false);
        return panel.Snapshot();
    }

    /// <summary>Where one digit stands, as the pixels that depend on it, and how each digit sets them.</summary>
    private sealed record Place(List<(int X, int Y)> Pixels, List<bool>[] Digits)
    {
        public char? Read(PanelPicture picture)
        {
            int digit = Array.FindIndex(Digits, lit => Matches(picture, lit));
            return digit < 0 ? null : (char)('0' + digit);
        }

        private bool Matches(PanelPicture picture, List<bool> lit)
        {
            for (int i = 0; i < Pixels.Count; i++)
            {
                if (picture.IsLit(Pixels[i].X, Pixels[i].Y) != lit[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
