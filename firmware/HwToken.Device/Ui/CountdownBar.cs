namespace HwToken.Device.Ui;

/// <summary>The seconds left, along the bottom: as a bar that shrinks to the left, and as a number at its right.</summary>
public sealed class CountdownBar
{
    public const int Page = Canvas.Pages - 1;

    private const byte Full = 0xFE;
    private const byte Empty = 0x82;

    private readonly Canvas _canvas;
    private readonly TextLine _number = new();
    private int _secondsLeft;
    private int _totalSeconds;

    public CountdownBar(Canvas canvas)
    {
        _canvas = canvas;
    }

    /// <summary>Its page was drawn over.</summary>
    public void Forget() => _totalSeconds = 0;

    /// <param name="secondsLeft">From 0; beyond <paramref name="totalSeconds"/> the bar is full.</param>
    /// <param name="totalSeconds">1 to 65535.</param>
    public void Draw(int secondsLeft, int totalSeconds)
    {
        if (totalSeconds != _totalSeconds)
        {
            _canvas.Clear(Page, 1);
        }
        else if (secondsLeft == _secondsLeft)
        {
            return;
        }

        _secondsLeft = secondsLeft;
        _totalSeconds = totalSeconds;

        int digits = Digits(totalSeconds);
        int numberColumn = Canvas.Width + 1 - ((digits + 1) * TextFont.CellWidth);
        int inside = numberColumn - 5;

        // Rounded up: an empty bar means that no time is left.
        int filled = secondsLeft >= totalSeconds ? inside : ((secondsLeft * inside) + totalSeconds - 1) / totalSeconds;
        _canvas.Fill(Page, 0, filled + 1, Full);
        _canvas.Fill(Page, filled + 1, inside - filled, Empty);
        _canvas.Fill(Page, inside + 1, 1, Full);

        _number.Clear();
        for (int missing = digits - Digits(secondsLeft); missing > 0; missing--)
        {
            _number.AddRune(' ');
        }

        _number.AddNumber(secondsLeft).AddRune('s');
        _number.Draw(_canvas, Page, numberColumn);
        _canvas.MoveDown(Page, numberColumn, Canvas.Width - numberColumn);
    }

    private static int Digits(int number)
    {
        int digits = 1;
        while (number >= 10)
        {
            number /= 10;
            digits++;
        }

        return digits;
    }
}
