using HwToken.Core.Audit;
using HwToken.Device.Vault;

namespace HwToken.Device.App;

/// <summary>Writes what the owner does to the clock into the audit log.</summary>
internal sealed class ClockAudit : IClockLog
{
    private readonly TokenVault _vault;

    public ClockAudit(TokenVault vault)
    {
        _vault = vault;
    }

    public void Add(ClockEvent what, long seconds)
    {
        _vault.Note(what == ClockEvent.Set ? AuditEvent.ClockSet : AuditEvent.ClockJumped, seconds);
    }
}
