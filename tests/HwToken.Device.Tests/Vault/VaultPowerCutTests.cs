using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Device.App;
using HwToken.Device.Storage;
using HwToken.Device.Tests.Storage;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;
using HwToken.Virtual.Boards;

namespace HwToken.Device.Tests.Vault;

/// <summary>
/// Every change of the vault, cut at every operation of the file system and in every way: the token starts, and has all
/// of the old or all of the new.
/// </summary>
public class VaultPowerCutTests
{
    private readonly CellMemory _cell = new();

    public static TheoryData<string> Changes =>
        ["add", "rename", "replace", "delete", "delete last", "state", "seal", "open", "drill", "wipe"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_CutAtAnyOperation_LeavesAllOldOrAllNew(string change)
    {
        CuttableFiles start = Start();
        byte[] cell = [.. _cell.Bytes];
        string before = Describe(Load(start.Restarted(), cell));
        string after = After(change, start, cell);
        int cuts = 0;
        foreach (CuttableFiles.Tear tear in Enum.GetValues<CuttableFiles.Tear>())
        {
            foreach (bool late in new[] { false, true })
            {
                for (int cutAt = 0; Cut(change, start, cell, cutAt, tear, late) is { } left; cutAt++)
                {
                    cuts++;
                    string found = Describe(left);
                    Assert.True(
                        found == before || IsAfter(change, found, after),
                        $"{change}, cut at {cutAt} ({tear}, late: {late}): {found} is neither {before} nor {after}");
                    Assert.Equal(Status.Ok, left.Accounts.Add(Records.Of("next")));
                }
            }
        }

        Assert.InRange(cuts, 20, int.MaxValue);
    }

    /// <returns>The vault that the next start finds; null if the change was over before the cut.</returns>
    private TokenVault? Cut(string change, CuttableFiles start, byte[] cell, int cutAt, CuttableFiles.Tear tear, bool late)
    {
        CuttableFiles files = start.Restarted();
        TokenVault vault = Load(files, cell);
        files.CutAt = files.Operations + cutAt;
        files.CutIsLate = late;
        files.CutLeaves = tear;
        try
        {
            Make(change, vault);
            return null;
        }
        catch (PowerCutException)
        {
            TokenVault left = Load(files.Restarted(), [.. _cell.Bytes]);
            Assert.Equal(VaultHealth.Good, left.Health);
            return left;
        }
    }

    private CuttableFiles Start()
    {
        var files = new CuttableFiles();
        TokenVault vault = Load(files, _cell.Bytes);
        Assert.All("abc", name => Assert.Equal(Status.Ok, vault.Accounts.Add(Records.Of($"{name}"))));
        return files.Restarted();
    }

    private TokenVault Load(CuttableFiles files, byte[] cell)
    {
        cell.CopyTo(_cell.Bytes, 0);
        var vault = new TokenVault(
            new AtomicStorage(files), new SeededEntropy(), new PlatformHmacSha256(), _cell);
        vault.Load();
        return vault;
    }

    private string After(string change, CuttableFiles start, byte[] cell)
    {
        CuttableFiles files = start.Restarted();
        Make(change, Load(files, cell));
        return Describe(Load(files.Restarted(), [.. _cell.Bytes]));
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
