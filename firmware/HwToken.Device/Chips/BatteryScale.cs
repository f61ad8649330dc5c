namespace HwToken.Device.Chips;

/// <summary>What an analog-to-digital converter's count says about the battery behind a divider.</summary>
public sealed class BatteryScale
{
    private readonly int _microvoltsPerCount;
    private readonly int _offsetMillivolts;
    private readonly int _upperKilohms;
    private readonly int _lowerKilohms;

    /// <param name="microvoltsPerCount">The converter's slope.</param>
    /// <param name="offsetMillivolts">What its straight line says at count 0.</param>
    /// <param name="upperKilohms">From the battery to the converter.</param>
    /// <param name="lowerKilohms">From the converter to ground.</param>
    public BatteryScale(int microvoltsPerCount, int offsetMillivolts, int upperKilohms, int lowerKilohms)
    {
        _microvoltsPerCount = microvoltsPerCount;
        _offsetMillivolts = offsetMillivolts;
        _upperKilohms = upperKilohms;
        _lowerKilohms = lowerKilohms;
    }

    /// <param name="sum">Counts of several samples together.</param>
    /// <param name="samples">How many, at least 1.</param>
    /// <returns>Millivolts at the battery; 0 where the converter saw nothing, as without a battery.</returns>
    public int Millivolts(int sum, int samples)
    {
        if (sum == 0)
        {
            return 0;
        }

        int atConverter = _offsetMillivolts + (int)((long)sum * _microvoltsPerCount / samples / 1000);
        return atConverter * (_upperKilohms + _lowerKilohms) / _lowerKilohms;
    }
}
