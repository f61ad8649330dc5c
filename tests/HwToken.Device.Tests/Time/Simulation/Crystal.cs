namespace HwToken.Device.Tests.Time.Simulation;

/// <summary>One DS3231: how fast it runs at a temperature and an age, with its aging register at some value.</summary>
/// <remarks>
/// Within the datasheet's accuracy when new. Where in it: seven chips over five months ran at -0.69 to +0.33 ppm
/// (blog.heypete.com, 2018-02-04), so most are drawn from around there and a third from the whole range. What is left of
/// the temperature's effect, how aging goes (fast at first, then ever slower), and how far the register's steps differ
/// are assumptions: careful ones, and independent of the token's figures.
/// </remarks>
internal sealed class Crystal
{
    private const double RoomPpb = 2000;
    private const double AnywherePpb = 3500;

    private readonly double _offset;
    private readonly double _slope;
    private readonly double _curve;
    private readonly double _extreme;
    private readonly double _step;
    private readonly double _firstYear;

    private Crystal(Random random, double firstYear)
    {
        _offset = random.Next(3) == 0 ? Between(random, -RoomPpb, RoomPpb) : 450 * Normal(random);
        _slope = Between(random, -10, 10);
        _curve = Between(random, -0.4, 0.4);
        _extreme = Between(random, -8, 8);
        _step = 100 * Between(random, 0.8, 1.2);
        _firstYear = firstYear;
    }

    /// <summary>What a chip that passes the maker's test may be, and ages as most do.</summary>
    public static Crystal Draw(Random random)
    {
        Crystal crystal;
        do
        {
            crystal = new Crystal(random, Math.Clamp(250 * Normal(random), -1000, 1000));
        }
        while (!crystal.IsWithinDatasheet());

        return crystal;
    }

    /// <summary>Its typical aging: it is one of the half that ages less.</summary>
    public bool AgesLittle => Math.Abs(_firstYear) < 170;

    /// <summary>Parts per billion, above 0 if it is fast: the mean of a week.</summary>
    public double PpbIn(Climate climate, double years, int aging)
    {
        double mean = climate.TemperatureAt(years);
        return (0.5 * PpbAt(mean, years, aging))
            + (0.25 * PpbAt(mean - climate.Week, years, aging))
            + (0.25 * PpbAt(mean + climate.Week, years, aging));
    }

    private double PpbAt(double temperature, double years, int aging) =>
        New(temperature) + Aged(years) - (aging * Step(temperature));

    private double New(double temperature)
    {
        double from25 = temperature - 25;
        double outside = Math.Max(0, Math.Abs(temperature - 20) - 20);
        return _offset + (_slope * from25) + (_curve * from25 * from25) + (_extreme * outside * outside);
    }

    /// <summary>Logarithmic, as quartz ages: half of the first year's in its first five months, 2.8 times it in ten years.</summary>
    private double Aged(double years) => _firstYear * Math.Log(1 + (2 * years)) / Math.Log(3);

    /// <summary>A step does more in the cold, and more in the heat: at -40 degrees seven times what it does at 25.</summary>
    private double Step(double temperature)
    {
        double cold = Math.Max(0, 25 - temperature) / 65;
        double hot = Math.Max(0, temperature - 25) / 45;
        return _step * (1 + (6 * cold * cold) + (3 * hot * hot));
    }

    private bool IsWithinDatasheet()
    {
        for (int temperature = -20; temperature <= 60; temperature += 5)
        {
            double limit = temperature is >= 0 and <= 40 ? RoomPpb : AnywherePpb;
            if (Math.Abs(New(temperature)) > limit)
            {
                return false;
            }
        }

        return true;
    }

    private static double Between(Random random, double low, double high) => low + ((high - low) * random.NextDouble());

    /// <summary>Box and Muller's.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
