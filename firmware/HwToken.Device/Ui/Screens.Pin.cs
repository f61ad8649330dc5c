// The screens on which a PIN is given, and those that say how that ended.
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Device.Ui;

/// <content>The screens of the PIN.</content>
public sealed partial class Screens
{
    private const int SymbolPage = 2;
    private const int DotPage = 4;
    private const int DotPitch = 8;
    private const int HelpPage = 6;
    private const int ProgressPage = 3;
    private const int ProgressColumn = 12;
    private const int ProgressLength = 102;

    private const int KeyWidth = TextFont.GlyphWidth + 2;
    private const int KeyRowLength = EnterPinRequest.LetterCount / 2;
    private const int KeyPitch = 25;
    private const int FirstKeyColumn = 4;
    private const int FirstKeyPage = 2;
    private const int KeyRowPages = 3;

    /// <summary>The wheel's symbols after the digits.</summary>
    private static readonly string[] Commands = { "ok", "delete" };

    private static readonly byte[] Dot = { 0x18, 0x3C, 0x3C, 0x18 };

    /// <param name="symbol">What the wheel offers: 0 to 9, <c>Wheel.Ok</c> or <c>Wheel.Delete</c>.</param>
    /// <param name="digits">How many were taken: they are shown as dots.</param>
    public void ShowPinWheel(int symbol, int digits, int triesLeft)
    {
        if (!Begin(ScreenKind.PinWheel, symbol, (digits << 8) | triesLeft))
        {
            return;
        }

        _canvas.Clear(CountdownBar.Page, 1);
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
        _writer.Text(HelpPage + 1, digits < Limits.MinPinDigits ? "4 to 12 digits" : "ok follows the digits");
        Flush();
    }

    /// <param name="sets">The PIN is being set; otherwise it is being checked.</param>
    /// <param name="percent">How much of that is done, 0 to 100.</param>
    public void ShowPinWork(bool sets, int percent)
    {
        bool isNew = Begin(ScreenKind.PinWork, sets ? 1 : 0);
        if (isNew)
        {
            _writer.Banner(0, sets ? "Storing the PIN" : "Checking the PIN");
            _writer.Text(5, "please wait");
        }

        if (isNew || percent != _value)
        {
            _value = percent;
            int filled = percent * (ProgressLength - 2) / 100;
            _canvas.Fill(ProgressPage, ProgressColumn, filled + 1, 0x7E);
            _canvas.Fill(ProgressPage, ProgressColumn + filled + 1, ProgressLength - filled - 1, 0x42);
            _canvas.Fill(ProgressPage, ProgressColumn + ProgressLength - 1, 1, 0x7E);
            Flush();
        }
    }

    /// <param name="secondsLeft">Until the next PIN can be given.</param>
    /// <param name="totalSeconds">Of that wait as a whole.</param>
    public void ShowPinWrong(int triesLeft, int secondsLeft, int totalSeconds)
    {
        if (Begin(ScreenKind.PinWrong, triesLeft))
        {
            _writer.Banner(0, "Wrong PIN");
            AddTries(_writer.Line.Clear(), triesLeft).Add(" left");
            _writer.ShowLine(2);
            _writer.Text(5, "Next try in");
        }

        _bar.Draw(secondsLeft, totalSeconds);
        Flush();
    }

    public void ShowPinBlocked()
    {
        if (Begin(ScreenKind.PinBlocked))
        {
            _writer.Banner(0, "PIN BLOCKED");
            _writer.Text(2, "No tries are left.");
            _writer.Text(3, "The keys stay locked.");
            ShowStartOver("hwtoken wipe");
        }
    }

    /// <summary>Wrong PINs have erased everything.</summary>
    public void ShowPinErased()
    {
        if (Begin(ScreenKind.PinErased))
        {
            _writer.Banner(0, "ERASED");
            _writer.Text(2, "Too many wrong PINs:");
            _writer.Text(3, "all data was erased.");
            ShowStartOver("hwtoken accounts add");
        }
    }

    /// <param name="digits">The digits beside the letters, in the letters' order.</param>
    /// <param name="secondsLeft">Until the letters go.</param>
    public void ShowPinLetters(byte[] digits, int secondsLeft, int totalSeconds)
    {
        long order = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            order = (10 * order) + digits[i];
        }

        if (Begin(ScreenKind.PinLetters, order))
        {
            _writer.Banner(0, "PIN: type its letters");
            for (int i = 0; i < digits.Length; i++)
            {
                int page = FirstKeyPage + (i / KeyRowLength * KeyRowPages);
                int column = FirstKeyColumn + (i % KeyRowLength * KeyPitch);
                DrawKey(page + 1, column, EnterPinRequest.FirstLetter + i);
                DoubledText.Draw(_canvas, page, column + KeyWidth + 2, '0' + digits[i]);
            }
        }

        _bar.Draw(secondsLeft, totalSeconds);
        Flush();
    }

    private void ShowStartOver(string command)
    {
        _writer.Text(5, "To start over, run on");
        _writer.Text(6, "the computer");
        _writer.Text(7, command);
        Flush();
    }

    /// <summary>A letter, dark on lit like a key.</summary>
    private void DrawKey(int page, int column, int rune)
    {
        int glyph = TextFont.GlyphOf(rune) * TextFont.GlyphWidth;
        _canvas.Fill(page, column, KeyWidth, 0xFF);
        for (int i = 0; i < TextFont.GlyphWidth; i++)
        {
            _canvas.Fill(page, column + 1 + i, 1, (byte)~TextFont.Glyphs[glyph + i]);
        }
    }

    private static TextLine AddTries(TextLine line, int triesLeft) =>
        line.AddNumber(triesLeft).Add(triesLeft == 1 ? " try" : " tries");
}
