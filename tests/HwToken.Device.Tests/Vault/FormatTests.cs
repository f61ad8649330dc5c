using HwToken.Core.Protocol;
using HwToken.Device.Accounts;
using HwToken.Device.Time;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Vault;

/// <summary>
/// FORMAT.md, and the files that version 2 wrote: a later firmware must still open what this one has stored.
/// </summary>
public class FormatTests
{
    private const string Folder = "vault/v2";
    private const string Account = "arn:aws:iam::123456789012:mfa/alice";
    private const long SetAt = 1800000000;

    public static TheoryData<string> Files => [.. Vaults.Files];

    [Fact]
    public void StateFile_Length_IsTheTables()
    {
        var storage = new MemoryStorage();
        Vaults.Load(storage);
        Assert.Equal(Sum("state file"), storage.Files[StateFiles.FirstName].Length);
    }

    [Fact]
    public void AccountSlot_Length_IsTheTables() => Assert.Equal(AccountSlot.Length, Sum("account slot"));

    [Fact]
    public void ClockMemory_Length_IsTheTables() => Assert.Equal(ClockMemory.Length, Sum("clock memory"));

    [Fact]
    public void Purposes_InTheTable_AreThoseOfTheKeys()
    {
        string[] lines = File.ReadAllLines(Document());
        foreach (KeyPurpose purpose in Enum.GetValues<KeyPurpose>())
        {
            Assert.Contains(lines, line => line.StartsWith($"| {(int)purpose:X2} |", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Files_OfVersion2_AreOpened()
    {
        var storage = new MemoryStorage();
        foreach (string name in Vaults.Files)
        {
            storage.Files[name] = Hex.Bytes(File.ReadAllText(Repository.PathOf("tests", "golden", "vault", "v2", name + ".txt")));
        }

        TokenVault vault = Vaults.Load(storage);
        Assert.Equal(VaultHealth.Good, vault.Health);
        Assert.Equal([Account, "b"], Records.Names(vault.Accounts));
        var record = new AccountRecord();
        Assert.Equal(Status.Ok, vault.Accounts.Find(Request.Id(Account), out int index));
        Assert.True(vault.Accounts.Read(index, record));
        Assert.Equal(TokenBench.KeyOf(Account), record.Key[..record.KeyLength]);
        Assert.Equal((true, SetAt, 1), (vault.Clock.WasSet, vault.Clock.SetSeconds, vault.Accounts.Current));
        Assert.Equal((true, 4711, 3), (vault.State.Seal.IsSealed, vault.State.Seal.Number, vault.State.Seal.Openings));
        Assert.Equal(3, vault.State.Log.Total);
        Assert.True(vault.Accounts.AreBothCopiesGood());
    }

    /// <summary>With the same random bytes it writes the same files: the format has not changed unseen.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Files_Written_AreThoseOfVersion2(string name)
    {
        var storage = new MemoryStorage();
        TokenVault vault = Vaults.Load(storage);
        vault.Accounts.Add(Records.Of(Account));
        vault.Accounts.Add(Records.Of("b", 20));
        vault.Accounts.Current = 1;
        new ClockDiscipline(vault.Clock).Restart(SetAt);
        vault.State.Seal.IsSealed = true;
        vault.State.Seal.Number = 4711;
        vault.State.Seal.Openings = 3;
        Assert.True(vault.Save());
        string lines = string.Concat(storage.Files[name].Chunk(32).Select(bytes => Hex.Text(bytes) + "\n"));
        Golden.Check($"{Folder}/{name}.txt", lines);
    }

    private static int Sum(string table) => File.ReadLines(Document())
        .SkipWhile(line => line != $"<!-- table: {table} -->")
        .Skip(3)
        .TakeWhile(line => line.StartsWith('|'))
        .Sum(line => int.Parse(line.Trim('|').Split('|')[^1], System.Globalization.CultureInfo.InvariantCulture));

    private static string Document() => Repository.PathOf("firmware", "HwToken.Device", "Vault", "FORMAT.md");
}
