using HwToken.Device.Accounts;
using HwToken.Device.Ui;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.SelfTest;

public class StorageCheckTests
{
    private const string Pin = "2580";

    private readonly TokenBench _bench = TokenBench.WithAccounts("a", "b");

    [Fact]
    public void Storage_Whole_SaysHowManyAccounts() => _bench.AssertSelfTest(2);

    [Fact]
    public void Storage_NoAccounts_IsGood()
    {
        TokenBench bench = TokenBench.WithAccounts();

        bench.AssertSelfTest(0);
    }

    [Theory]
    [InlineData(StateFiles.FirstName)]
    [InlineData(StateFiles.SecondName)]
    public void State_OneCopyDamaged_SaysSo(string file)
    {
        _bench.Storage.Files[file][100] ^= 1;
        _bench.Restart();

        _bench.AssertSelfTest(2, report => report.State = CheckResult.Bad);
    }

    [Theory]
    [InlineData(AccountFiles.FirstName)]
    [InlineData(AccountFiles.SecondName)]
    public void Accounts_OneCopyDamaged_SaysSoAndTheAccountsStay(string file)
    {
        _bench.Storage.Files[file][^1] ^= 1;
        _bench.Restart();

        _bench.AssertSelfTest(2, report => report.Accounts = CheckResult.Bad);

        Assert.Equal(["a", "b"], Records.Names(Vaults.Load(_bench.Storage).Accounts));
    }

    [Fact]
    public void Vault_Damaged_OpensAllTheSameAndSaysSo()
    {
        Vaults.DamageState(_bench.Storage);
        _bench.Restart();

        _bench.AssertSelfTest(0, report => Faulted(report, VaultHealth.Damaged));
    }

    [Fact]
    public void Vault_NotReadable_SaysSo()
    {
        _bench.Storage.Refuses = (_, _) => true;
        _bench.Restart();

        _bench.AssertSelfTest(0, report => Faulted(report, VaultHealth.Unreadable));
    }

    [Fact]
    public void Vault_KeyLost_SaysSo()
    {
        var bench = new TokenBench();
        bench.Storage.Files.Clear();
        var chip = new SimulatedDs3231(bench.Time, isDs3232: true);
        bench.With(board => board.ClockChip = chip);
        bench.SetClock();
        bench.Put("a", TokenBench.KeyOf("a"));
        bench.RunUntilAsleep();
        chip.LosePower();
        bench.Restart();

        bench.AssertSelfTest(0, report =>
        {
            Faulted(report, VaultHealth.KeyLost);
            report.HasSram = true;
            report.Oscillator = CheckResult.Bad;
        });
    }

    /// <summary>The chip did not answer when the token was new: a copy of the flash is enough to read its keys.</summary>
    [Fact]
    public void Vault_ShareMissingWhereTheChipCouldKeepIt_SaysSo()
    {
        var chip = new SimulatedDs3231(_bench.Time, isDs3232: true);
        _bench.With(board => board.ClockChip = chip);
        _bench.SetClock();
        _bench.RunUntilAsleep();

        _bench.AssertSelfTest(2, report =>
        {
            report.HasSram = true;
            report.IsShareMissing = true;
            report.State = CheckResult.Bad;
        });
    }

    [Fact]
    public void Token_Locked_ChecksTheStateAndSaysNotHowManyAccounts()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, accounts: ["a", "b"]);

        bench.AssertSelfTest(0, report =>
        {
            report.Accounts = CheckResult.Unknown;
            report.IsLocked = true;
        });
    }

    [Fact]
    public void Token_LockedWithADamagedCopy_SaysSoOfTheState()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, accounts: "a");
        bench.Storage.Files[StateFiles.SecondName][100] ^= 1;

        bench.AssertSelfTest(0, report =>
        {
            report.State = CheckResult.Bad;
            report.Accounts = CheckResult.Unknown;
            report.IsLocked = true;
        });
    }

    private static void Faulted(SelfTestReport report, VaultHealth health)
    {
        report.State = CheckResult.Bad;
        report.Health = health;
        report.Accounts = CheckResult.Unknown;
    }
}
