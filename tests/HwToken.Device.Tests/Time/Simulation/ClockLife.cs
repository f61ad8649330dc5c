using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Time;

namespace HwToken.Device.Tests.Time.Simulation;

/// <summary>Ten years of one token's clock, in steps of a week: the token's own arithmetic on a simulated chip.</summary>
internal sealed class ClockLife
{
    public const int Weeks = 522;
    private const int SecondsPerWeek = 7 * 86400;
    private const double Year = 365.25 / 7;
    private const long Start = 1_800_000_000;

    private readonly Random _random;
    private readonly Crystal _crystal;
    private readonly ClockMemory _memory = new();
    private readonly ClockDiscipline _discipline;
    private double _chipMs = Start * 1000.0;
    private double _trueMs;

    public ClockLife(Random random)
    {
        _random = random;
        _crystal = Crystal.Draw(random);
        _discipline = new ClockDiscipline(_memory);

        // The owner has agreed to a time that came late or early by what a busy computer makes of it.
        _trueMs = _chipMs + Between(-150, 150);
        _discipline.Set(Start, 0);
        Compare();
    }

    public Crystal Crystal => _crystal;

    public ClockMemory Memory => _memory;

    /// <summary>The error before each comparison, in seconds, with the week it was in.</summary>
    public List<(int Week, double Seconds)> Errors { get; } = [];

    /// <summary>The bound when the clock had gone for a year without a comparison, in seconds.</summary>
    public List<double> YearBounds { get; } = [];

    /// <summary>Honest comparisons that the token would have bothered its owner with.</summary>
    public int Refusals { get; private set; }

    /// <summary>How often the error was beyond the bound: at the end of a week, or just after a comparison.</summary>
    public int Lies { get; private set; }

    /// <summary>The largest part of the bound that the error ever was, a week or more after a comparison.</summary>
    public double Worst { get; private set; }

    /// <summary>As <see cref="Worst"/>, while a learned rate was in use.</summary>
    public double WorstLearned { get; private set; }

    /// <summary>Lets ten years pass.</summary>
    /// <param name="climate">Where it lies in a week.</param>
    /// <param name="compares">Whether it is compared at the end of a week.</param>
    public ClockLife Live(Func<int, Climate> climate, Func<int, bool> compares)
    {
        int last = 0;
        for (int week = 1; week <= Weeks; week++)
        {
            double ppb = _crystal.PpbIn(climate(week), week / Year, _memory.Aging);
            _trueMs += SecondsPerWeek * 1000.0;
            _chipMs += SecondsPerWeek * (1000.0 + (ppb * 1e-6));
            CheckWeek();
            if (compares(week))
            {
                Errors.Add((week, ErrorMs / 1000));
                if (week - last >= 51)
                {
                    YearBounds.Add(_discipline.Bound.NowMs(ChipSeconds) / 1000.0);
                }

                Compare();
                Check();
                last = week;
            }
        }

        return this;
    }

    private long ChipSeconds => (long)(_chipMs / 1000);

    private double ErrorMs => _chipMs - _discipline.OffsetMs(ChipSeconds) - _trueMs;

    private double PartOfBound => Math.Abs(ErrorMs) / _discipline.Bound.NowMs(ChipSeconds);

    private void CheckWeek()
    {
        Check();
        Worst = Math.Max(Worst, PartOfBound);
        WorstLearned = _memory.Rate == ClockRate.Learned ? Math.Max(WorstLearned, PartOfBound) : WorstLearned;
    }

    private void Check() => Lies += PartOfBound > 1 ? 1 : 0;

    /// <summary>Over USB: most are good to some milliseconds, a few are rough, and none is worse than it says.</summary>
    private void Compare()
    {
        int uncertaintyMs = _random.Next(50) == 0 ? _random.Next(100, 500) : _random.Next(3, 40);
        int errorMs = (int)Math.Round(ErrorMs + Between(-uncertaintyMs + 1, uncertaintyMs - 1));
        if (!_discipline.IsSilent(ChipSeconds, errorMs, uncertaintyMs))
        {
            Refusals++;
            return;
        }

        // The owner brings it to the computer: the token sees that room, and not where it has been.
        _discipline.Correct(ChipSeconds, errorMs, uncertaintyMs, _random.Next(8) == 0 ? ClockComparison.NoTemperature : 22);
    }

    private double Between(double low, double high) => low + ((high - low) * _random.NextDouble());
}
