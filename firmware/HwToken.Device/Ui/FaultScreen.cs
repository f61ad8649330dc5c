// A fault that ended the program: as text, and on the panel.
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ports;

namespace HwToken.Device.Ui;

/// <summary>What a fault was and where, short enough to be read off the panel and reported.</summary>
public static class FaultText
{
    private const string Own = "HwToken.";

    /// <param name="type">The exception's type, without its namespace.</param>
    /// <param name="trace">
    /// The stack, innermost method first, one a line, as nanoFramework writes it: <c>Namespace.Type::Method</c>
    /// (nf-interpreter, corlib_native_System_Exception.cpp, get_StackTrace). Null or empty where there is none.
    /// </param>
    /// <returns>
    /// "Type in Type::Method", ASCII, at most <see cref="HealthState.FaultLength"/> characters: cut at its end. The
    /// method is the innermost one of this program; without any, the innermost one.
    /// </returns>
    public static string Of(string type, string trace)
    {
        string where = Innermost(trace);
        string text = Printable(where.Length == 0 ? type : type + " in " + where);
        return text.Length <= HealthState.FaultLength ? text : text.Substring(0, HealthState.FaultLength);
    }

    private static string Innermost(string trace)
    {
        string first = "";
        int start = 0;
        int length = trace == null ? 0 : trace.Length;
        for (int i = 0; i <= length; i++)
        {
            if (i < length && trace[i] != '\r' && trace[i] != '\n')
            {
                continue;
            }

            if (i > start)
            {
                string method = trace.Substring(start, i - start);
                if (IsOwn(method))
                {
                    return WithoutNamespace(method);
                }

                if (first.Length == 0)
                {
                    first = WithoutNamespace(method);
                }
            }

            start = i + 1;
        }

        return first;
    }

    private static bool IsOwn(string method)
    {
        return method.Length > Own.Length && method.Substring(0, Own.Length) == Own;
    }

    /// <summary>Behind the last dot before the two colons: a constructor's name begins with one.</summary>
    private static string WithoutNamespace(string method)
    {
        int from = 0;
        for (int i = 0; i < method.Length && method[i] != ':'; i++)
        {
            if (method[i] == '.')
            {
                from = i + 1;
            }
        }

        return method.Substring(from);
    }

    private static string Printable(string text)
    {
        char[] characters = new char[text.Length];
        for (int i = 0; i < characters.Length; i++)
        {
            characters[i] = text[i] >= ' ' && text[i] <= '~' ? text[i] : '?';
        }

        return new string(characters);
    }
}

/// <summary>What the panel shows when the program has ended with a fault.</summary>
/// <remarks>It needs the display alone: the app is gone, and whatever it was doing with it.</remarks>
public sealed class FaultScreen
{
    private const int FirstLine = 2;

    private readonly IDisplay _display;

    public FaultScreen(IDisplay display)
    {
        _display = display;
    }

    /// <param name="fault">What <see cref="FaultText.Of"/> made.</param>
    /// <param name="isKept">It can be read with <c>hwtoken info</c> after the restart.</param>
    public void Show(string fault, bool isKept)
    {
        Canvas canvas = new Canvas(_display);
        ScreenWriter writer = new ScreenWriter(canvas);
        TextLine second = new TextLine();
        _display.SetPower(false);
        _display.SetPower(true);
        writer.Banner(0, "FAULT");
        writer.Line.Clear().Add(fault);
        writer.Line.WrapInto(second);
        writer.ShowLine(FirstLine);
        second.DrawCentered(canvas, FirstLine + 1);
        writer.Line.Clear().Add("v").AddNumber(FirmwareVersion.Major).Add(".").AddNumber(FirmwareVersion.Minor);
        writer.Line.Add(".").AddNumber(FirmwareVersion.Patch).Add(isKept ? ", kept for info" : ", not kept");
        writer.ShowLine(FirstLine + 3);
        writer.Text(Canvas.Pages - 1, "press to restart");
        canvas.Flush();
    }
}
