using HwToken.Device.Vault;

namespace HwToken.TestKit.Device;

/// <summary>A clock chip's battery-backed memory, as long as its cell is there.</summary>
public sealed class CellMemory : IBatteryMemory
{
    private const int Length = 236;

    /// <summary>The chip answers.</summary>
    public bool IsPresent { get; set; } = true;

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

    public bool Detect() => IsPresent;

    public bool Read(int address, byte[] buffer, int count)
    {
        Bytes.AsSpan(address, count).CopyTo(buffer);
        return IsPresent;
    }

    public bool Write(int address, byte[] buffer, int count)
    {
        int number = Writes++;
        int? arrive = LosesPower(number);
        for (int i = 0; i < (arrive ?? count); i++)
        {
            Bytes[address + i] = buffer[i];
            Changed?.Invoke();
        }

        return arrive is null
            ? IsPresent
            : throw new PowerLostException($"power was lost in write {number}");
    }
}
