using HwToken.Device.PinEntry;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.PinEntry;

public class WheelTests
{
    private readonly Wheel _wheel = new(new SeededEntropy());

    public WheelTests() => _wheel.Begin();

    [Fact]
    public void Turn_NothingTaken_ShowsTheTenDigitsAndNothingElse()
    {
        int[] symbols = Turns(10);
        Assert.Equal(Enumerable.Range(0, 10), symbols.Order());
        Assert.Equal(symbols, Turns(10));
    }

    [Fact]
    public void Turn_OneDigitTaken_HasDeleteBehindTheDigits()
    {
        _wheel.Take();
        int[] symbols = Turns(11);
        Assert.Equal(Enumerable.Range(0, 10), symbols[..10].Order());
        Assert.Equal(Wheel.Delete, symbols[10]);
    }

    [Fact]
    public void Turn_FourDigitsTaken_HasOkAndDeleteBehindTheDigits()
    {
        TakeDigits(4);
        Assert.Equal([Wheel.Ok, Wheel.Delete], Turns(12)[10..]);
    }

    [Fact]
    public void Turn_TwelveDigitsTaken_HasNoDigits()
    {
        TakeDigits(12);
        Assert.Equal([Wheel.Ok, Wheel.Delete, Wheel.Ok], Turns(3));
    }

    [Fact]
    public void Take_Symbols_MakeThePin()
    {
        TakeDigits(3);
        byte[] first = _wheel.Digits[..3];
        int symbol = _wheel.Symbol;
        Assert.False(_wheel.Take());
        Assert.Equal([.. first, (byte)symbol], _wheel.Digits[..4]);
        TurnTo(Wheel.Ok);
        Assert.True(_wheel.Take());
        Assert.Equal(4, _wheel.Count);
    }

    [Fact]
    public void Take_Delete_TakesTheLastDigitBackAndOverwritesIt()
    {
        TurnTo(7);
        _wheel.Take();
        TurnTo(8);
        _wheel.Take();
        TurnTo(Wheel.Delete);
        Assert.False(_wheel.Take());
        Assert.Equal(1, _wheel.Count);
        Assert.Equal([7, 0], _wheel.Digits[..2]);
    }

    [Fact]
    public void FirstDigit_EachTime_IsAnyDigitAlikely()
    {
        const int Times = 10_000;
        int[] counts = new int[10];
        for (int i = 0; i < Times; i++)
        {
            _wheel.Begin();
            counts[_wheel.Symbol]++;
        }

        // Ten times the standard deviation of 30: for a fixed seed, far from both chance and a preference.
        Assert.All(counts, count => Assert.InRange(count, 700, 1300));
    }

    [Fact]
    public void FirstDigit_AfterATakenOne_IsRandomAgain()
    {
        var pairs = new HashSet<(int, int)>();
        for (int i = 0; i < 2000; i++)
        {
            _wheel.Begin();
            int first = _wheel.Symbol;
            _wheel.Take();
            pairs.Add((first, _wheel.Symbol));
        }

        Assert.Equal(100, pairs.Count);
    }

    [Fact]
    public void Clear_Digits_AreOverwritten()
    {
        TurnTo(9);
        _wheel.Take();
        _wheel.Clear();
        Assert.All(_wheel.Digits, digit => Assert.Equal(0, digit));
        Assert.Equal(0, _wheel.Count);
    }

    private void TakeDigits(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _wheel.Take();
        }
    }

    private void TurnTo(int symbol)
    {
        for (int i = 0; _wheel.Symbol != symbol; i++)
        {
            Assert.InRange(i, 0, 12);
            _wheel.Turn();
        }
    }

    /// <summary>What stands there, and after each turn.</summary>
    private int[] Turns(int count)
    {
        int[] symbols = new int[count];
        for (int i = 0; i < count; i++)
        {
            symbols[i] = _wheel.Symbol;
            _wheel.Turn();
        }

        return symbols;
    }
}
