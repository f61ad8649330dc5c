using HwToken.Device.Accounts;
using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Device.Storage;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;
using HwToken.TestKit.Storage;
using HwToken.Virtual;

namespace HwToken.Device.Tests.Vault;

/// <summary>
/// Every change of the vault, cut at every write, flush, renaming and removal, and at every byte that the clock chip's
/// memory gets: the token starts, and has all of the old or all of the new.
/// </summary>
public class VaultPowerCutTests
{
    public static TheoryData<string> Changes =>
        ["add", "rename", "replace", "delete", "delete last", "state", "seal", "open", "drill", "wipe"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_CutAnywhere_LeavesAllOldOrAllNew(string change)
    {
        var cell = new CellMemory();
        CuttableFlash flash = Start(cell);
        string before = Describe(Load(flash.Restarted(), cell.Copy()));
        string after = After(change, flash.Restarted(), cell.Copy());

        TokenVault vault = Load(flash, cell);
        cell.Changed += () => flash.Disk.TellCuts("the chip's memory was written");
        int cuts = flash.Disk.ForEachCut(
            () => Make(change, vault),
            image =>
            {
                TokenVault left = Load(new CuttableFlash(image), cell.Copy());
                Assert.Equal(VaultHealth.Good, left.Health);
                string found = Describe(left);
                Assert.True(
                    found == before || IsAfter(change, found, after), $"{found} is neither {before} nor {after}");
                Assert.Equal(Status.Ok, left.Accounts.Add(Records.Of("next")));
            });

        Assert.InRange(cuts, 80, int.MaxValue);
    }

    private static CuttableFlash Start(CellMemory cell)
    {
        var flash = new CuttableFlash();
        TokenVault vault = Load(flash, cell);
        Assert.All("abc", name => Assert.Equal(Status.Ok, vault.Accounts.Add(Records.Of($"{name}"))));
        return flash.Restarted();
    }

    private static TokenVault Load(CuttableFlash flash, CellMemory cell)
    {
        var vault = new TokenVault(
            new AtomicStorage(flash), new SeededEntropy(), new PlatformHmacSha256(), cell, new AccountIndex());
        vault.Load();
        return vault;
    }

    private static string After(string change, CuttableFlash flash, CellMemory cell)
    {
        Make(change, Load(flash, cell));
        return Describe(Load(flash.Restarted(), cell));
    }

    private static void Make(string change, TokenVault vault)
    {
        switch (change)
        {
            case "add":
                vault.Accounts.Add(Records.Of("d"));
                break;
            case "rename":
                vault.Accounts.Replace(1, Records.Of("d"), AuditEvent.AccountRenamed);
                break;
            case "replace":
                vault.Accounts.Replace(1, Records.Of("b", 20), AuditEvent.AccountReplaced);
                break;
            case "delete":
                vault.Accounts.Delete(0, Records.Of("a"));
                break;
            case "delete last":
                vault.Accounts.Delete(2, Records.Of("c"));
                break;
            case "state":
                vault.State.Seal.Openings++;
                vault.Note(AuditEvent.Opened, 1);
                vault.Save();
                break;
            case "seal":
                new TokenSeal(vault).Close(7, TokenBench.FirstUnixSeconds);
                break;
            case "open":
                new TokenSeal(vault).Open();
                break;
            case "drill":
                new TokenSeal(vault).RecordDrill(TokenBench.FirstUnixSeconds, 0);
                break;
            case "wipe":
                vault.Wipe();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change));
        }
    }

    /// <summary>Accounts, seal and events: what is new is new in all of them.</summary>
    private static string Describe(TokenVault vault)
    {
        SealMemory seal = vault.State.Seal;
        string sealing = $"{seal.IsSealed} {seal.Number} {seal.Openings} {seal.DrillUnixSeconds}";
        return $"{string.Join(',', Records.Names(vault.Accounts))} {sealing} {vault.State.Log.Total}";
    }

    /// <summary>A wipe that was cut is followed by a first start, whose log begins anew.</summary>
    private static bool IsAfter(string change, string found, string after) =>
        found == after || (change == "wipe" && found == " False 0 0 0 1");
}
