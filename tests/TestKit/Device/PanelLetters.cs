using HwToken.Device.Ui;
using HwToken.Virtual.Chips;

namespace HwToken.TestKit.Device;

/// <summary>Reads the letters for a PIN off a picture of the panel, as the token's owner does: each key and the digit beside it.</summary>
public static class PanelLetters
{
    private const string Letters = "abcdefghij";
    private const int KeyWidth = TextFont.GlyphWidth + 2;
    private const int KeyHeight = 8;

    /// <summary>From a key's left to the digit's, and from its top up to the digit's.</summary>
    private const int DigitX = KeyWidth + 2;
    private const int DigitY = -KeyHeight;

    /// <summary>The letters that stand beside a PIN's digits; null where the picture shows no letters.</summary>
    public static string? Of(PanelPicture picture, string pin)
    {
        Dictionary<char, char>? letters = Read(picture);
        return letters is null ? null : string.Concat(pin.Select(digit => letters[digit]));
    }

    /// <summary>The letter beside each digit; null where the picture shows no ten of them.</summary>
    public static Dictionary<char, char>? Read(PanelPicture picture)
    {
        var found = new Dictionary<char, char>();
        foreach (char letter in Letters)
        {
            if (Find(picture, letter) is not (int X, int Y) key || Digit(picture, key.X + DigitX, key.Y + DigitY) is not char digit)
            {
                return null;
            }

            found.Add(digit, letter);
        }

        return found;
    }

    private static (int X, int Y)? Find(PanelPicture picture, char letter)
    {
        for (int y = 0; y < PanelPicture.Height; y += KeyHeight)
        {
            for (int x = 0; x + KeyWidth <= PanelPicture.Width; x++)
            {
                if (IsKey(picture, letter, x, y))
                {
                    return (x, y);
                }
            }
        }

        return null;
    }

    private static bool IsKey(PanelPicture picture, char letter, int left, int top)
    {
        for (int x = 0; x < KeyWidth; x++)
        {
            for (int y = 0; y < KeyHeight; y++)
            {
                if (picture.IsLit(left + x, top + y) == IsInk(letter, x - 1, y))
                {
                    return false;
                }
            }
        }

        // A banner is lit all along: a key has the dark beside it.
        return (left == 0 || !picture.IsLit(left - 1, top)) && !picture.IsLit(left + KeyWidth, top);
    }

    private static char? Digit(PanelPicture picture, int left, int top)
    {
        for (char digit = '0'; digit <= '9'; digit++)
        {
            bool same = true;
            for (int x = 0; x < 2 * TextFont.GlyphWidth; x++)
            {
                for (int y = 0; y < 2 * KeyHeight; y++)
                {
                    same &= picture.IsLit(left + x, top + y) == IsInk(digit, x / 2, y / 2);
                }
            }

            if (same)
            {
                return digit;
            }
        }

        return null;
    }

    private static bool IsInk(char character, int x, int y) =>
        x is >= 0 and < TextFont.GlyphWidth
        && (TextFont.Glyphs[(TextFont.GlyphOf(character) * TextFont.GlyphWidth) + x] >> y & 1) != 0;
}
