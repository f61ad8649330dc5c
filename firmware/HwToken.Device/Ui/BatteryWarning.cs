using HwToken.Device.Power;

namespace HwToken.Device.Ui;

/// <summary>A small battery at the right edge, and words if it is empty. Nothing while it is good or unknown.</summary>
internal sealed class BatteryWarning
{
    /// <summary>Beside the large digits or above them, and where a screen without digits has no text.</summary>
    private const int Page = 3;

    private const int Width = 7;
    private const int Column = Canvas.Width - Width;

    // Upright, with its pole on top; low, it is filled by a quarter. The lowest row is dark.
    private static readonly byte[] LowIcon = { 0x7E, 0x62, 0x63, 0x63, 0x63, 0x62, 0x7E };
    private static readonly byte[] EmptyIcon = { 0x7E, 0x42, 0x43, 0x43, 0x43, 0x42, 0x7E };

    private readonly Canvas _canvas;
    private readonly ScreenWriter _writer;

    public BatteryWarning(Canvas canvas, ScreenWriter writer)
    {
        _canvas = canvas;
        _writer = writer;
    }

    /// <summary>Low, Empty, or Unknown where there is nothing to warn of.</summary>
    public BatteryState State { get; private set; }

    /// <returns>True if there is something else to be seen now.</returns>
    public bool Set(BatteryState state)
    {
        BatteryState shown = state >= BatteryState.Low ? state : BatteryState.Unknown;
        bool changed = shown != State;
        State = shown;
        return changed;
    }

    /// <param name="textPage">A page for words; below 0 where there is none.</param>
    public void Draw(int textPage)
    {
        if (State == BatteryState.Unknown)
        {
            return;
        }

        bool isEmpty = State == BatteryState.Empty;
        _canvas.Copy(Page, Column, isEmpty ? EmptyIcon : LowIcon, 0, Width);
        if (isEmpty && textPage >= 0)
        {
            _writer.Text(textPage, "Change the cells now");
        }
    }
}
