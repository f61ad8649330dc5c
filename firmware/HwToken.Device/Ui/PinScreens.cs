using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Device.Ui;

/// <summary>The screens on which a PIN is given, and those that say what became of it.</summary>
internal sealed class PinScreens
{
    private const int SymbolPage = 2;
    private const int DotPage = 4;
    private const int DotPitch = 8;
    private const int HelpPage = 6;
    private const int BarPage = 3;
    private const int BarColumn = 12;
    private const int BarLength = 102;

    private const int KeyWidth = TextFont.GlyphWidth + 2;
    private const int KeyRowLength = EnterPinRequest.LetterCount / 2;
    private const int KeyPitch = 25;
    private const int FirstKeyColumn = 4;
    private const int FirstKeyPage = 2;
    private const int KeyRowPages = 3;

    /// <summary>What the wheel calls the symbols behind the digits.</summary>
    private static readonly string[] Commands = { "ok", "delete" };

    private static readonly byte[] Dot = { 0x18, 0x3C, 0x3C, 0x18 };

    private readonly Canvas _canvas;
    private readonly ScreenWriter _writer;

    public PinScreens(Canvas canvas, ScreenWriter writer)
    {
        _canvas = canvas;
        _writer = writer;
    }

    /// <param name="symbol">0 to 9, or 10 for "ok" and 11 for "delete".</param>
    public void Wheel(int symbol, int digits, int triesLeft)
    {
        AddTries(_writer.Line.Clear().Add("PIN ("), triesLeft).Add(")");
        _writer.ShowBanner(0);
        if (symbol < EnterPinRequest.LetterCount)
        {
            DoubledText.Draw(_canvas, SymbolPage, (Canvas.Width - DoubledText.GlyphWidth) / 2, '0' + symbol);
        }
        else
        {
            DoubledText.DrawCentered(_canvas, SymbolPage, Commands[symbol - EnterPinRequest.LetterCount]);
        }

        int column = (Canvas.Width - (digits * DotPitch)) / 2;
        for (int i = 0; i < digits; i++)
        {
            _canvas.Copy(DotPage, column + ((DotPitch - Dot.Length) / 2), Dot, 0, Dot.Length);
            column += DotPitch;
        }

        _writer.Text(HelpPage, "press next  hold take");
        _writer.Text(HelpPage + 1, digits < Limits.MinPinDigits ? "4 to 12 digits" : "ok: behind the digits");
    }

    public void Work(bool sets)
    {
        _writer.Banner(0, sets ? "Storing the PIN" : "Checking the PIN");
        _writer.Text(5, "please wait");
    }

    /// <param name="percent">0 to 100.</param>
    public void Progress(int percent)
    {
        int filled = percent * (BarLength - 2) / 100;
        _canvas.Fill(BarPage, BarColumn, filled + 1, 0x7E);
        _canvas.Fill(BarPage, BarColumn + filled + 1, BarLength - filled - 1, 0x42);
        _canvas.Fill(BarPage, BarColumn + BarLength - 1, 1, 0x7E);
    }

    public void Wrong(int triesLeft)
    {
        _writer.Banner(0, "Wrong PIN");
        AddTries(_writer.Line.Clear(), triesLeft).Add(triesLeft == 1 ? " is left." : " are left.");
        _writer.ShowLine(2);
        _writer.Text(4, "The next one can be");
        _writer.Text(5, "given in");
    }

    public void Blocked()
    {
        _writer.Banner(0, "PIN BLOCKED");
        _writer.Text(2, "No tries are left.");
        _writer.Text(3, "The keys stay locked.");
        _writer.Text(5, "To begin without them");
        _writer.Text(6, "run on the computer");
        _writer.Text(7, "hwtoken wipe");
    }

    public void Erased()
    {
        _writer.Banner(0, "ERASED");
        _writer.Text(2, "After too many wrong");
        _writer.Text(3, "PINs all is erased.");
        _writer.Text(5, "To begin anew, run on");
        _writer.Text(6, "the computer");
        _writer.Text(7, "hwtoken accounts add");
    }

    /// <param name="digits">Beside the letters, in their order.</param>
    public void Letters(byte[] digits)
    {
        _writer.Banner(0, "PIN: type its letters");
        for (int i = 0; i < digits.Length; i++)
        {
            int page = FirstKeyPage + (i / KeyRowLength * KeyRowPages);
            int column = FirstKeyColumn + (i % KeyRowLength * KeyPitch);
            Key(page + 1, column, EnterPinRequest.FirstLetter + i);
            DoubledText.Draw(_canvas, page, column + KeyWidth + 2, '0' + digits[i]);
        }
    }

    /// <summary>A letter, dark on lit like a key.</summary>
    private void Key(int page, int column, int rune)
    {
        int glyph = TextFont.GlyphOf(rune) * TextFont.GlyphWidth;
        _canvas.Fill(page, column, KeyWidth, 0xFF);
        for (int i = 0; i < TextFont.GlyphWidth; i++)
        {
            _canvas.Fill(page, column + 1 + i, 1, (byte)~TextFont.Glyphs[glyph + i]);
        }
    }

    private static TextLine AddTries(TextLine line, int triesLeft)
    {
        return line.AddNumber(triesLeft).Add(triesLeft == 1 ? " try" : " tries");
    }
}
