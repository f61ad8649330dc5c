namespace HwToken.Device.Ui;

/// <summary>The screens of a token that goes into a safe, lies there, or comes out of it.</summary>
internal sealed class SafeScreens
{
    private const int AnswerPage = 6;
    private const string HoldAgrees = "hold yes    press no";

    private readonly ScreenWriter _writer;

    public SafeScreens(ScreenWriter writer)
    {
        _writer = writer;
    }

    public void Sealed(long number, long sealedUnixSeconds, long openings)
    {
        _writer.Banner(0, "SEALED");
        Number(2, number);
        _writer.Date(3, "on ", sealedUnixSeconds);
        Openings(4, openings);
        _writer.Text(AnswerPage, "Hold to break it");
    }

    public void AskSeal(long number, long unixSeconds)
    {
        _writer.Banner(0, "Seal the token?");
        Number(2, number);
        _writer.Date(3, "on ", unixSeconds);
        _writer.Text(4, "No code until broken");
        _writer.Text(AnswerPage, HoldAgrees);
    }

    /// <summary>The other way round than most: a press by habit breaks no seal.</summary>
    public void AskOpen(long number, long openings)
    {
        _writer.Banner(0, "Break the seal?");
        Number(2, number);
        Openings(3, openings);
        _writer.Text(4, "This one is counted.");
        _writer.Text(AnswerPage, HoldAgrees);
    }

    public void AskDrill()
    {
        _writer.Banner(0, "Do the yearly drill?");
        _writer.Text(2, "It checks the clock,");
        _writer.Text(3, "storage, and all keys");
        _writer.Text(4, "and sends no code.");
        _writer.Text(AnswerPage, "press yes    hold no");
    }

    private void Number(int page, long number)
    {
        _writer.Line.Clear().Add("number ").AddNumber(number);
        _writer.ShowLine(page);
    }

    private void Openings(int page, long openings)
    {
        if (openings == 0)
        {
            _writer.Text(page, "never opened");
            return;
        }

        _writer.Line.Clear().Add("opened ").AddNumber(openings).Add(openings == 1 ? " time" : " times");
        _writer.ShowLine(page);
    }
}
