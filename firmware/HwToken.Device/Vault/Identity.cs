using System;
using HwToken.Core.Protocol;

namespace HwToken.Device.Vault;

/// <summary>What makes a token this one: its secret and its serial number, both random.</summary>
public sealed class Identity : IStateSection
{
    public int SectionLength
    {
        get { return KeyDerivation.KeyLength + Limits.SerialLength; }
    }

    /// <summary>
    /// What the device key is derived from. It lies beside what it protects: against whoever copies all of the flash it
    /// is worth nothing, alone.
    /// </summary>
    public byte[] Secret { get; } = new byte[KeyDerivation.KeyLength];

    /// <summary><see cref="Limits.SerialLength"/> bytes; zeros while there is no state.</summary>
    public byte[] Serial { get; } = new byte[Limits.SerialLength];

    public void Reset()
    {
        Array.Clear(Secret, 0, Secret.Length);
        Array.Clear(Serial, 0, Serial.Length);
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteBytes(Secret, 0, Secret.Length);
        writer.WriteBytes(Serial, 0, Serial.Length);
    }

    public void Read(PayloadReader reader)
    {
        reader.ReadBytes(Secret, Secret.Length);
        reader.ReadBytes(Serial, Serial.Length);
    }
}
