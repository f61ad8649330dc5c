using HwToken.Core.Protocol;
using HwToken.Device.Time;

namespace HwToken.Device.Vault;

/// <summary>Everything that the token remembers, apart from its accounts.</summary>
public sealed class VaultState
{
    private readonly IStateSection[] _sections;

    public VaultState(KeySlot keySlot, AuditLog log)
    {
        KeySlot = keySlot;
        Log = log;
        _sections = new IStateSection[] { Identity, KeySlot, Pin, Accounts, Clock, Seal, Log };
        for (int i = 0; i < _sections.Length; i++)
        {
            Length += _sections[i].SectionLength;
        }
    }

    /// <summary>Bytes of all sections together.</summary>
    public int Length { get; }

    public Identity Identity { get; } = new Identity();

    public KeySlot KeySlot { get; }

    public PinPolicy Pin { get; } = new PinPolicy();

    public AccountIndex Accounts { get; } = new AccountIndex();

    public ClockMemory Clock { get; } = new ClockMemory();

    public SealMemory Seal { get; } = new SealMemory();

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
