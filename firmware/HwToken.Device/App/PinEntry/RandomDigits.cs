using HwToken.Device.Ports;

namespace HwToken.Device.App.PinEntry;

/// <summary>Numbers that nobody can foresee, each as likely as any other.</summary>
internal sealed class RandomDigits
{
    private const int ByteValues = 256;

    private readonly IEntropy _entropy;
    private readonly byte[] _byte = new byte[1];

    public RandomDigits(IEntropy entropy)
    {
        _entropy = entropy;
    }

    /// <param name="count">1 to 256.</param>
    /// <returns>0 to <paramref name="count"/> - 1.</returns>
    public int Below(int count)
    {
        // Of the bytes at the end, which do not make a whole round, the first numbers would come more often.
        int fair = ByteValues - (ByteValues % count);
        do
        {
            _entropy.Fill(_byte, 1);
        }
        while (_byte[0] >= fair);

        int number = _byte[0] % count;
        _byte[0] = 0;
        return number;
    }
}
