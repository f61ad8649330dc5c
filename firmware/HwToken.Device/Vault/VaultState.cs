// The token's state, who it is, and what can be wrong with it.
using System;
using HwToken.Core.Protocol;
using HwToken.Device.Storage;
using HwToken.Device.Time;

namespace HwToken.Device.Vault;

/// <summary>Everything that the token remembers, apart from its accounts.</summary>
public sealed class VaultState
{
    private readonly IStateSection[] _sections;

    public VaultState(KeySlot keySlot, IVaultContents contents, AuditLog log)
    {
        KeySlot = keySlot;
        Contents = contents;
        Log = log;
        _sections = new IStateSection[] { Identity, KeySlot, Pin, Contents, Clock, Seal, Log };
        for (int i = 0; i < _sections.Length; i++)
        {
            Length += _sections[i].SectionLength;
        }
    }

    /// <summary>Bytes of all sections together.</summary>
    public int Length { get; }

    public Identity Identity { get; } = new();

    public KeySlot KeySlot { get; }

    public PinPolicy Pin { get; } = new();

    /// <summary>Whose meaning the vault does not know.</summary>
    public IVaultContents Contents { get; }

    public ClockMemory Clock { get; } = new();

    public SealMemory Seal { get; } = new();

    public AuditLog Log { get; }

    public void Reset()
    {
        for (int i = 0; i < _sections.Length; i++)
        {
            _sections[i].Reset();
        }
    }

    public void Write(PayloadWriter writer)
    {
        for (int i = 0; i < _sections.Length; i++)
        {
            _sections[i].Write(writer);
        }
    }

    public void Read(PayloadReader reader)
    {
        for (int i = 0; i < _sections.Length; i++)
        {
            _sections[i].Read(reader);
        }
    }
}

/// <summary>What is stored beside the state, under the vault's keys: its section of the state, and its files.</summary>
public interface IVaultContents : IStateSection
{
    /// <summary>Their names. Where one of them is stored and the state is not, the state was lost.</summary>
    string[] Files { get; }
}

/// <summary>What makes a token this one: its secret and its serial number, both random.</summary>
public sealed class Identity : IStateSection
{
    public int SectionLength => KeyDerivation.KeyLength + Limits.SerialLength;

    /// <summary>
    /// What the device key is derived from. It lies beside what it protects: alone, it does not
    /// protect against someone who copies all of the flash.
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

/// <summary>What was found where the token's state should be.</summary>
public enum VaultHealth
{
    /// <summary>Everything is in order.</summary>
    Good,

    /// <summary>There is no state: the first start, or the first one after a wipe.</summary>
    Missing,

    /// <summary>The storage did not let it be read or written.</summary>
    Unreadable,

    /// <summary>There is one, and it is not what was written.</summary>
    Damaged,

    /// <summary>It is what was written, but not the newest: an older one was put in its place.</summary>
    RolledBack,

    /// <summary>The clock chip's memory has lost its share of the keys: its cell was cut off. What is stored is lost.</summary>
    KeyLost,
}
