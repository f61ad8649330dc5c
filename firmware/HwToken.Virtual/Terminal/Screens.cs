// The panel on standard output: in place in a terminal, or picture after picture.
using System.Globalization;
using System.Text;
using HwToken.Virtual.Chips;

namespace HwToken.Virtual.Terminal;

/// <summary>Where the token's panel is shown. For any thread.</summary>
internal interface IScreen : IDisposable
{
    void Draw(PanelPicture picture);

    /// <summary>Writes a line that is no picture, without spoiling one.</summary>
    void Say(string line);
}

/// <summary>For pipes and files: one picture after the other, each ended by an empty line; or none at all.</summary>
internal sealed class PlainScreen(TextWriter output, bool draws) : IScreen
{
    private readonly Lock _lock = new();

    public void Draw(PanelPicture picture)
    {
        if (draws)
        {
            Say(picture.ToText());
        }
    }

    public void Say(string line)
    {
        lock (_lock)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    public void Dispose()
    {
    }
}

/// <summary>For terminals: draws each picture in the last one's place (ECMA-48 control sequences).</summary>
internal sealed class LiveScreen : IScreen
{
    // PanelText.HalfBlocks needs 130 columns and 34 lines; one line more for the cursor.
    private const int WideColumns = 132;
    private const int WideRows = 36;

    private const string HideCursor = "\e[?25l";
    private const string ShowCursor = "\e[?25h";
    private const string EraseToEnd = "\e[J";
    private const string Lit = "\e[96m";
    private const string Plain = "\e[0m";

    private readonly Lock _lock = new();
    private readonly TextWriter _output;
    private readonly Func<(int Columns, int Rows)> _size;
    private readonly bool _colour;
    private PanelPicture? _picture;
    private int _rows;

    /// <param name="size">The terminal's, at this moment.</param>
    internal LiveScreen(TextWriter output, Func<(int Columns, int Rows)> size, bool colour)
    {
        _output = output;
        _size = size;
        _colour = colour;
        Put(HideCursor);
    }

    internal static LiveScreen OnConsole()
    {
        Console.OutputEncoding = Encoding.UTF8;
        bool colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new LiveScreen(Console.Out, () => (Console.WindowWidth, Console.WindowHeight), colour);
    }

    public void Draw(PanelPicture picture)
    {
        lock (_lock)
        {
            _picture = picture;
            StringBuilder text = Erase();
            Append(text, picture);
            Put(text.ToString());
        }
    }

    public void Say(string line)
    {
        lock (_lock)
        {
            StringBuilder text = Erase().Append(line).Append('\n');
            if (_picture is not null)
            {
                Append(text, _picture);
            }

            Put(text.ToString());
        }
    }

    /// <summary>Leaves the last picture where it is.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            Put(ShowCursor);
        }
    }

    private StringBuilder Erase()
    {
        StringBuilder text = new("\r");
        if (_rows > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\e[{_rows}A");
        }

        _rows = 0;
        return text.Append(EraseToEnd);
    }

    private void Append(StringBuilder text, PanelPicture picture)
    {
        (int columns, int rows) = _size();
        string drawing = columns >= WideColumns && rows >= WideRows ? PanelText.HalfBlocks(picture) : PanelText.Braille(picture);
        _rows = drawing.Count(c => c == '\n');
        text.Append(_colour ? Lit : string.Empty).Append(drawing).Append(_colour ? Plain : string.Empty);
    }

    private void Put(string text)
    {
        _output.Write(text);
        _output.Flush();
    }
}
