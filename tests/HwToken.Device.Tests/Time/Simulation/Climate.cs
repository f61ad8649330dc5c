namespace HwToken.Device.Tests.Time.Simulation;

/// <summary>Where a token lies: the mean of a week's temperatures, and how far the week reaches from it.</summary>
internal sealed record Climate(string Name, double Mean, double Season, double Week)
{
    public static readonly Climate Room = new("room", 21, 2, 2);

    public static readonly Climate Unheated = new("unheated", 15, 10, 4);

    public static readonly Climate ColdSafe = new("cold safe", 8, 3, 1);

    public static readonly Climate Car = new("car", 12, 14, 12);

    public static readonly Climate[] All = [Room, Unheated, ColdSafe, Car];

    /// <summary>The week's mean, the hottest day in August and the coldest in February.</summary>
    public double TemperatureAt(double years) => Mean + (Season * Math.Sin(2 * Math.PI * (years - 0.35)));
}
