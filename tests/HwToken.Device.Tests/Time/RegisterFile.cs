using HwToken.Device.Ports;
using HwToken.Device.Time;

namespace HwToken.Device.Tests.Time;

/// <summary>A clock chip whose registers hold exactly what a test puts there, and that keeps a record of what is done to it.</summary>
internal sealed class RegisterFile : IClockChip
{
    /// <summary>2000-01-01 00:00:00, running.</summary>
    public byte[] Registers { get; } = [0x00, 0x00, 0x00, 0x06, 0x01, 0x01, 0x00, 0, 0, 0, 0, 0, 0, 0, 0x04, 0x00, 0, 0, 0];

    /// <summary>"R" or "W", the first register and how many, in the order of the transactions.</summary>
    public List<string> Transactions { get; } = [];

    /// <summary>Transactions that are still acknowledged.</summary>
    public int Acknowledges { get; set; } = int.MaxValue;

    /// <summary>Writes are acknowledged and forgotten.</summary>
    public bool Deaf { get; set; }

    public ClockReading ReadBy(out long unixSeconds) => new Ds3231(this).Read(out unixSeconds);

    public bool Read(int register, byte[] buffer, int count)
    {
        if (!Acknowledge($"R {register:X2} {count}"))
        {
            return false;
        }

        Array.Copy(Registers, register, buffer, 0, count);
        return true;
    }

    public bool Write(int register, byte[] buffer, int count)
    {
        if (!Acknowledge($"W {register:X2} {count}"))
        {
            return false;
        }

        if (!Deaf)
        {
            Array.Copy(buffer, 0, Registers, register, count);
        }

        return true;
    }

    private bool Acknowledge(string transaction)
    {
        Transactions.Add(transaction);
        return Acknowledges-- > 0;
    }
}
