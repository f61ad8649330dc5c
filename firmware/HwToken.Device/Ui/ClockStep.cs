namespace HwToken.Device.Ui;

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
