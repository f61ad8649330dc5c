using HwToken.Device.Accounts;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.SelfTest;

/// <summary>Reads everything that is stored, both copies of it, and writes nothing.</summary>
/// <remarks>
/// The state can be checked without the PIN. The accounts cannot: their key is under it, and how many there are is
/// not told then.
/// </remarks>
internal sealed class StorageCheck
{
    private readonly TokenVault _vault;
    private readonly AccountStore _accounts;
    private int _next;

    public StorageCheck(TokenVault vault, AccountStore accounts)
    {
        _vault = vault;
        _accounts = accounts;
    }

    /// <summary>Checks the state.</summary>
    public void Begin(SelfTestReport report)
    {
        _next = 0;
        report.Health = _vault.Health;
        report.IsShareMissing = report.HasSram && !_vault.IsFaulted && !_vault.State.KeySlot.HasShare;
        bool isGood = _vault.AreBothCopiesGood() && !report.IsShareMissing;
        report.State = isGood ? CheckResult.Good : CheckResult.Bad;
        report.IsLocked = _vault.IsLocked;
        bool isReadable = !_vault.IsFaulted && !_vault.IsLocked;
        report.AccountCount = isReadable ? _accounts.Count : 0;
        report.Accounts = isReadable ? CheckResult.Pending : CheckResult.Unknown;
        Finish(report);
    }

    /// <summary>Checks one copy of one account.</summary>
    /// <returns>True if the report says more now.</returns>
    public bool Step(SelfTestReport report)
    {
        if (report.Accounts != CheckResult.Pending)
        {
            return false;
        }

        if (!_accounts.IsSlotGood(_next))
        {
            report.Accounts = CheckResult.Bad;
            return true;
        }

        _next++;
        return Finish(report);
    }

    private bool Finish(SelfTestReport report)
    {
        if (report.Accounts != CheckResult.Pending || _next < _accounts.SlotCount)
        {
            return false;
        }

        report.Accounts = CheckResult.Good;
        return true;
    }
}
