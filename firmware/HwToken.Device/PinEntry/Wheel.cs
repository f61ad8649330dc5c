using System;
using HwToken.Core.Protocol;
using HwToken.Device.Ports;

namespace HwToken.Device.PinEntry;

/// <summary>A PIN by one button: a press turns it to the next symbol, a hold takes the one that is shown.</summary>
/// <remarks>
/// All ten digits come first, from a random one on, so that counting presses from across the room tells nothing; then
/// "ok", once there are enough digits, and "delete", once there is one.
/// </remarks>
public sealed class Wheel
{
    /// <summary>The symbol after the digits 0 to 9 that ends the entry.</summary>
    public const int Ok = DigitCount;

    /// <summary>The symbol that takes the last digit back.</summary>
    public const int Delete = DigitCount + 1;

    private const int DigitCount = 10;

    private readonly RandomDigits _random;
    private int _first;
    private int _step;

    public Wheel(IEntropy entropy)
    {
        _random = new RandomDigits(entropy);
    }

    /// <summary>The digits taken so far; the first <see cref="Count"/> count.</summary>
    public byte[] Digits { get; } = new byte[Limits.MaxPinDigits];

    public int Count { get; private set; }

    /// <summary>What is shown: a digit, <see cref="Ok"/> or <see cref="Delete"/>.</summary>
    public int Symbol => _step < DigitCount ? (_first + _step) % DigitCount : _step;

    /// <summary>Forgets the digits, and begins.</summary>
    public void Begin()
    {
        Clear();
        Spin();
    }

    /// <summary>Goes on to the next symbol.</summary>
    public void Turn()
    {
        do
        {
            _step = (_step + 1) % (Delete + 1);
        }
        while (!IsOffered());
    }

    /// <summary>Takes the symbol that is shown.</summary>
    /// <returns>True if it is <see cref="Ok"/>: the entry has ended.</returns>
    public bool Take()
    {
        if (_step == Ok)
        {
            return true;
        }

        if (_step == Delete)
        {
            Count--;
            Digits[Count] = 0;
        }
        else
        {
            Digits[Count] = (byte)Symbol;
            Count++;
        }

        Spin();
        return false;
    }

    /// <summary>Overwrites the digits.</summary>
    public void Clear()
    {
        Array.Clear(Digits, 0, Digits.Length);
        Count = 0;
        _first = 0;
        _step = 0;
    }

    /// <summary>To a random digit; to "ok" where there is no room for a digit more.</summary>
    private void Spin()
    {
        _first = _random.Below(DigitCount);
        _step = Count < Digits.Length ? 0 : Ok;
    }

    private bool IsOffered()
    {
        switch (_step)
        {
            case Ok: return Count >= Limits.MinPinDigits;
            case Delete: return Count > 0;
            default: return Count < Digits.Length;
        }
    }
}
