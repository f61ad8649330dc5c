using HwToken.Device.Ports;

namespace HwToken.TestKit.Device;

/// <summary>A clock chip's battery-backed memory, as long as its cell is there.</summary>
public sealed class CellMemory : IBatteryMemory
{
    private const int Length = 236;

    /// <summary>The chip answers.</summary>
    public bool IsPresent { get; set; } = true;

    /// <summary>How many of the next questions get no answer.</summary>
    public int Misses { get; set; }

    /// <summary>What it holds.</summary>
    public byte[] Bytes { get; private set; } = new byte[Length];

    /// <summary>Says of the number of a write (from 0) how many of its bytes arrive before the power is lost; null for all.</summary>
    public Func<int, int?> LosesPower { get; set; } = _ => null;

    public int Writes { get; private set; }

    /// <summary>A byte has arrived: raised after each, since they come one by one.</summary>
    public event Action? Changed;

    /// <summary>Another chip that holds the same.</summary>
    public CellMemory Copy() => new() { IsPresent = IsPresent, Bytes = [.. Bytes] };

    /// <summary>The cell is cut off: what is there afterwards is anything, here all ones.</summary>
    public void LoseCell() => Bytes = [.. Enumerable.Repeat((byte)0xFF, Length)];

    public bool Detect() => Answers();

    public bool Read(int address, byte[] buffer, int count)
    {
        Bytes.AsSpan(address, count).CopyTo(buffer);
        return Answers();
    }

    public bool Write(int address, byte[] buffer, int count)
    {
        if (!Answers())
        {
            return false;
        }

        int number = Writes++;
        int? arrive = LosesPower(number);
        for (int i = 0; i < (arrive ?? count); i++)
        {
            Bytes[address + i] = buffer[i];
            Changed?.Invoke();
        }

        return arrive is null ? true : throw new PowerLostException($"power was lost in write {number}");
    }

    private bool Answers()
    {
        bool misses = Misses > 0;
        Misses -= misses ? 1 : 0;
        return IsPresent && !misses;
    }
}
