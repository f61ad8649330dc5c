// Centered lines of text: names, times, time differences.
using HwToken.Core.Text;
using HwToken.Device.Time;

namespace HwToken.Device.Ui;

/// <summary>Lines of text, each centered on its own page.</summary>
internal sealed class ScreenWriter
{
    private readonly Canvas _canvas;
    private readonly AccountLabel _label = new();
    private readonly UtcDateTime _time = new();
    private readonly TextLine _second = new();

    public ScreenWriter(Canvas canvas)
    {
        _canvas = canvas;
    }

    /// <summary>For a caller to put together and to show with <see cref="ShowLine"/>.</summary>
    public TextLine Line { get; } = new();

    /// <summary>A line, dark on lit. It wants a dark line below it.</summary>
    public void Banner(int page, string text)
    {
        Line.Clear().Add(text);
        ShowBanner(page);
    }

    /// <summary><see cref="Line"/>, dark on lit.</summary>
    public void ShowBanner(int page)
    {
        ShowLine(page);
        _canvas.InvertPage(page);
    }

    public void Text(int page, string text)
    {
        Line.Clear().Add(text);
        ShowLine(page);
    }

    public void ShowLine(int page) => Line.DrawCentered(_canvas, page);

    /// <summary>An account's name, on this page and the next.</summary>
    public void Account(int page, Utf8Text name)
    {
        _label.Set(name);
        _label.First.DrawCentered(_canvas, page);
        _label.Second.DrawCentered(_canvas, page + 1);
    }

    /// <summary>The part of an account's name that comes first, on this page alone.</summary>
    public void AccountStart(int page, Utf8Text name)
    {
        _label.Set(name);
        _label.First.DrawCentered(_canvas, page);
    }

    /// <summary>2026-07-31 and words around it.</summary>
    public void Date(int page, string before, long unixSeconds)
    {
        _time.Set(unixSeconds);
        Line.Clear().Add(before).AddNumber(_time.Year, 4).AddRune('-');
        Line.AddNumber(_time.Month, 2).AddRune('-');
        Line.AddNumber(_time.Day, 2).Add(" UTC");
        ShowLine(page);
    }

    /// <summary>The host's words, in quotation marks, on this page and, if they are many, the next.</summary>
    public void Quotation(int page, Utf8Text text)
    {
        Line.Clear().AddRune('"');
        Line.AddUtf8(text.Bytes, 0, text.Length).AddRune('"');
        Line.WrapInto(_second);
        ShowLine(page);
        _second.DrawCentered(_canvas, page + 1);
    }

    /// <summary>How wrong the clock may be: "+-2 s"; and where that is too much, what to do about it.</summary>
    public void Bound(int page, long seconds, bool isTooMuch)
    {
        Line.Clear();
        if (isTooMuch)
        {
            Line.Add("sync me: ");
        }

        Line.Add("+-").AddNumber(seconds).Add(" s");
        ShowLine(page);
        if (isTooMuch)
        {
            _canvas.InvertPage(page);
        }
    }

    /// <summary>2026-07-31 21:34:56 (ISO 8601, with a blank for the T).</summary>
    public void UtcTime(int page, long unixSeconds)
    {
        _time.Set(unixSeconds);
        Line.Clear().AddNumber(_time.Year, 4).AddRune('-');
        Line.AddNumber(_time.Month, 2).AddRune('-');
        Line.AddNumber(_time.Day, 2).AddRune(' ');
        Line.AddNumber(_time.Hour, 2).AddRune(':');
        Line.AddNumber(_time.Minute, 2).AddRune(':');
        Line.AddNumber(_time.Second, 2);
        ShowLine(page);
    }
}

/// <summary>By how much a clock is going to be changed, in the largest unit that still tells: "+12 s", "-3 days".</summary>
public static class ClockStep
{
    private const int Minute = 60;
    private const int Hour = 60 * Minute;
    private const int Day = 24 * Hour;

    public static void Write(TextLine line, long seconds)
    {
        line.AddRune(seconds < 0 ? '-' : '+');
        long size = seconds < 0 ? -seconds : seconds;
        if (size < 2 * Minute)
        {
            line.AddNumber(size).Add(" s");
        }
        else if (size < 2 * Hour)
        {
            line.AddNumber(size / Minute).Add(" min");
        }
        else if (size < 2 * Day)
        {
            line.AddNumber(size / Hour).Add(" h");
        }
        else
        {
            line.AddNumber(size / Day).Add(" days");
        }
    }
}
