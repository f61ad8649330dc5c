using HwToken.Core.Protocol;
using HwToken.Device.Vault;

namespace HwToken.Device.Time;

/// <summary>What the token remembers about its clock.</summary>
public sealed class ClockMemory : IStateSection
{
    private const int Used = 1 + 5;

    private const int Length = 256;

    public int SectionLength
    {
        get { return Length; }
    }

    /// <summary>The owner has agreed to a time since the token was made.</summary>
    public bool WasSet { get; set; }

    /// <summary>The time it was set to, in seconds since 1970-01-01T00:00:00Z; 0 if it never was.</summary>
    public long SetUnixSeconds { get; set; }

    public void Reset()
    {
        WasSet = false;
        SetUnixSeconds = 0;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(WasSet ? 1 : 0);
        writer.WriteUInt40(SetUnixSeconds);
        for (int i = Used; i < Length; i++)
        {
            writer.WriteByte(0);
        }
    }

    public void Read(PayloadReader reader)
    {
        WasSet = reader.ReadByte() == 1;
        SetUnixSeconds = reader.ReadUInt40();
        reader.Skip(Length - Used);
    }
}
