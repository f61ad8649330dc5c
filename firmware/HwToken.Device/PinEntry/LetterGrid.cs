// Digits in random order, for the letters and for the wheel.
using System;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ports;

namespace HwToken.Device.PinEntry;

/// <summary>
/// Which letter is shown beside which digit: dealt again for each entry, so that recorded letters are
/// useless.
/// </summary>
public sealed class LetterGrid
{
    private readonly RandomDigits _random;

    public LetterGrid(IEntropy entropy)
    {
        _random = new RandomDigits(entropy);
    }

    /// <summary>The digits beside the letters, in the letters' order.</summary>
    public byte[] Digits { get; } = new byte[EnterPinRequest.LetterCount];

    /// <summary>Deals every order of the digits with the same likelihood (Fisher and Yates).</summary>
    public void Deal()
    {
        for (int i = 0; i < Digits.Length; i++)
        {
            Digits[i] = (byte)i;
        }

        for (int i = Digits.Length - 1; i > 0; i--)
        {
            int other = _random.Below(i + 1);
            byte digit = Digits[i];
            Digits[i] = Digits[other];
            Digits[other] = digit;
        }
    }

    /// <summary>Reads letters as digits.</summary>
    /// <param name="letters">Their places in the alphabet; the first <paramref name="count"/> count.</param>
    /// <param name="digits">As long at least.</param>
    /// <returns>False if one of them is none of the letters.</returns>
    public bool TryRead(byte[] letters, int count, byte[] digits)
    {
        bool known = true;
        for (int i = 0; i < count; i++)
        {
            int letter = letters[i];
            known &= letter < Digits.Length;
            digits[i] = known ? Digits[letter] : (byte)0;
        }

        return known;
    }

    public void Clear() => Array.Clear(Digits, 0, Digits.Length);
}

/// <summary>Random numbers, all equally likely.</summary>
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
