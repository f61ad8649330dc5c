using HwToken.Device.PinEntry;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.PinEntry;

public class LetterGridTests
{
    private readonly LetterGrid _grid = new(new SeededEntropy());

    [Fact]
    public void Deal_Always_HasEachDigitOnce()
    {
        for (int i = 0; i < 1000; i++)
        {
            _grid.Deal();
            Assert.Equal(Enumerable.Range(0, 10), _grid.Digits.Select(digit => (int)digit).Order());
        }
    }

    [Fact]
    public void Deal_ManyTimes_PutsEveryDigitBesideEveryLetterAlikely()
    {
        const int Times = 10_000;
        int[,] counts = new int[10, 10];
        for (int i = 0; i < Times; i++)
        {
            _grid.Deal();
            for (int letter = 0; letter < 10; letter++)
            {
                counts[letter, _grid.Digits[letter]]++;
            }
        }

        Assert.All(counts.Cast<int>(), count => Assert.InRange(count, 700, 1300));
    }

    [Fact]
    public void TryRead_Letters_AreTheDigitsBesideThem()
    {
        _grid.Deal();
        byte[] digits = new byte[12];
        Assert.True(_grid.TryRead([9, 0, 0, 5], 4, digits));
        Assert.Equal([_grid.Digits[9], _grid.Digits[0], _grid.Digits[0], _grid.Digits[5]], digits[..4]);
    }

    [Fact]
    public void TryRead_NoLetter_Fails()
    {
        _grid.Deal();
        Assert.False(_grid.TryRead([1, 10, 2, 3], 4, new byte[12]));
        Assert.False(_grid.TryRead([1, 255, 2, 3], 4, new byte[12]));
    }

    [Fact]
    public void Clear_Digits_AreOverwritten()
    {
        _grid.Deal();
        _grid.Clear();
        Assert.All(_grid.Digits, digit => Assert.Equal(0, digit));
    }
}
