namespace HwToken.Device.Time;

/// <summary>How wrong a DS3231 may go, in parts per billion: what the bound on the screen is made of.</summary>
/// <remarks>
/// From datasheet 19-5170 are the accuracies, "2 ppm from 0 to +40 degrees C, 3.5 ppm from -40 to +85", and the step of
/// the aging register, "about 0.1 ppm at +25, different at other temperatures". The aging of its crystal, at most 1 ppm
/// in the first year and 5 ppm in ten, is its table of electrical characteristics as remembered, and not verified. The
/// rest are this program's own estimates, on the careful side; which these are, each says.
/// </remarks>
public static class ClockFigures
{
    public const int SecondsPerDay = 86400;

    /// <summary>365.25 days.</summary>
    public const int SecondsPerYear = 31557600;

    /// <summary>Milliseconds of a time, times a million, are its seconds times this many parts per billion.</summary>
    public const int Million = 1000000;

    public const int RoomPpb = 2000;

    /// <summary>Once the chip has shown a temperature outside <see cref="Coldest"/> to <see cref="Warmest"/>.</summary>
    public const int AnywherePpb = 3500;

    public const int Coldest = 0;

    public const int Warmest = 40;

    /// <summary>Parts per billion a year, in the first year since the chip was first set.</summary>
    public const int FirstYearAgingPpb = 1000;

    /// <summary>And in each of the years behind it: 4 ppm in nine.</summary>
    public const int LaterAgingPpb = 445;

    /// <summary>A chip's rate at one temperature against another one, between 0 and 40 degrees C. An estimate.</summary>
    public const int TemperaturePpb = 500;

    /// <summary>And for a step of the aging register that is in use, since steps differ with the temperature. An estimate.</summary>
    public const int TemperaturePpbPerStep = 50;

    /// <summary>Where it got colder or warmer than that, for each step: at -40 degrees a step is 0.7 ppm (unverified).</summary>
    public const int ExtremePpbPerStep = 600;

    /// <summary>
    /// A winter in a car, of which the token knows nothing: it was asleep, and sees only the room where it is woken.
    /// For <see cref="WinterSeconds"/>; over a year, seasons make up for each other. An estimate.
    /// </summary>
    public const int WinterPpb = 1000;

    public const int WinterSeconds = 91 * SecondsPerDay;

    /// <summary>A rate that was learned in a few days, against the year's. An estimate; less, the longer it was learned.</summary>
    public const int SeasonPpb = 300;

    /// <summary>The aging register, per step.</summary>
    public const int StepPpb = 100;

    /// <summary>By how much a real step may differ from <see cref="StepPpb"/>. An estimate.</summary>
    public const int StepTolerancePpb = 50;

    /// <summary>The register is used for up to 10 ppm, five times what a good chip needs.</summary>
    public const int MaxSteps = 100;

    /// <summary>Beyond this a chip is none of the kind that it should be, or broken.</summary>
    public const int ImplausiblePpb = 10000;

    /// <summary>And beyond this it was not drift: the clock had been set wrong.</summary>
    public const int NoDriftPpb = 500000;

    /// <summary>A rate that is not known better than this is not learned.</summary>
    public const int MaxLearnedUncertaintyPpb = 300;

    /// <summary>Nor from less time than this: day and night, heated and not, are no rate.</summary>
    public const int MinLearnedSeconds = 6 * SecondsPerDay;

    /// <summary>How a time that is learned from counts against one that is longer ago: per year. An estimate.</summary>
    public const int StalePpbPerYear = 300;

    /// <summary>A clock that was just set: the way from the host's clock to the chip, unmeasured.</summary>
    public const int SetUncertaintyMs = 1000;

    /// <summary>One correction a minute is stored, so that a host that asks without end does not wear out the flash.</summary>
    public const int MinApartSeconds = 60;

    /// <summary>How far its crystal may have aged, so long after it was first set.</summary>
    public static int AgedPpb(long seconds)
    {
        if (seconds <= SecondsPerYear)
        {
            return (int)(seconds * FirstYearAgingPpb / SecondsPerYear);
        }

        return FirstYearAgingPpb + (int)((seconds - SecondsPerYear) * LaterAgingPpb / SecondsPerYear);
    }

    /// <summary>By how much it ages in a year, so long after it was first set.</summary>
    public static int AgingPpbPerYear(long seconds) => seconds < SecondsPerYear ? FirstYearAgingPpb : LaterAgingPpb;

    /// <summary>What a rate makes of a time.</summary>
    public static long DriftMs(long ppb, long seconds) => ppb * seconds / Million;
}
