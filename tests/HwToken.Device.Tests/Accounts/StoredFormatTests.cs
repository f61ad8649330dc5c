using System.Text;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Device.Accounts;
using HwToken.Device.Time;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Accounts;

/// <summary>
/// The bytes of both files, as the README's tables lay them out and as version 1 wrote them: a later firmware must
/// still open what this one has stored.
/// </summary>
public class StoredFormatTests
{
    private const string Name = "arn:aws:iam::123456789012:mfa/alice";
    private const string Rfc6238Key = "12345678901234567890";

    /// <summary>One account: SHA-1, six digits, 30 s.</summary>
    private static readonly byte[] AccountsOfVersion1 =
    [
        .. Hex.Bytes("48 57 54 41 01 01 AD E3"),
        .. Hex.Bytes("19 C6 FC E1 9D 71 01 95 00 06 00 1E 23"), .. Encoding.ASCII.GetBytes(Name),
        .. Hex.Bytes("14"), .. Encoding.ASCII.GetBytes(Rfc6238Key), .. new byte[137], .. Hex.Bytes("96 80"),
    ];

    /// <summary>Serial number 01 23 45 67 89, the eighth account is the current one, no clock was ever set.</summary>
    private static readonly byte[] SettingsOfVersion2 =
    [
        .. Hex.Bytes("48 57 54 53 02 01 23 45 67 89 07"), ClockMemory.Version, .. new byte[56], 0x80, 0x80, .. new byte[197], .. Hex.Bytes("31 13"),
    ];

    private readonly MemoryStorage _storage = new();

    [Fact]
    public void Accounts_OfVersion1_AreOpened()
    {
        _storage.Files[AccountFile.Name] = AccountsOfVersion1;
        var store = new AccountStore(_storage);
        var record = new AccountRecord();
        Assert.Equal(FileState.Good, store.Load(new AccountRecord()));
        Assert.Equal(Status.Ok, store.Find(Request.Id(Name), out int index));
        Assert.True(store.Read(index, record));
        Assert.Equal(Name, record.Entry.Name.ToString());
        Assert.Equal(Rfc6238Key, Encoding.ASCII.GetString(record.Key, 0, record.KeyLength));
        Assert.Equal((OtpAlgorithm.HmacSha1, 6, 30), (record.Entry.Algorithm, record.Entry.Digits, record.Entry.Period));
    }

    [Fact]
    public void Accounts_Written_AreTheBytesOfVersion1()
    {
        var store = new AccountStore(_storage);
        var record = new AccountRecord { KeyLength = Rfc6238Key.Length };
        AccountId.Compute(new Sha1(), Request.Text(Name), record.Id);
        Assert.True(record.Entry.Name.TrySet(Name));
        Encoding.ASCII.GetBytes(Rfc6238Key).CopyTo(record.Key, 0);
        Assert.True(store.Create());
        Assert.Equal(Status.Ok, store.Add(record));
        Assert.Equal(Hex.Text(AccountsOfVersion1), Hex.Text(_storage.Files[AccountFile.Name]));
    }

    [Fact]
    public void Settings_OfVersion2_AreOpenedAndWrittenAgain()
    {
        _storage.Files[SettingsStore.FileName] = SettingsOfVersion2;
        var settings = new SettingsStore(_storage);
        Assert.Equal(FileState.Good, settings.Load());
        Assert.Equal("01 23 45 67 89", Hex.Text(settings.Serial));
        Assert.Equal((7, false), (settings.CurrentAccount, settings.Clock.WasSet));

        Assert.True(settings.SaveClock());
        Assert.Equal(Hex.Text(SettingsOfVersion2), Hex.Text(_storage.Files[SettingsStore.FileName]));
    }

    [Fact]
    public void ReadmesTables_Widths_AreTheFiles()
    {
        int name = Name.Length;
        int key = Rfc6238Key.Length;
        List<string[]> rows = ReadmeTable.Rows("accounts file");
        Assert.Equal(AccountFile.HeaderLength, rows.Where(row => row[0] == "header").Sum(row => Width(row[2], name, key)));
        Assert.Equal(AccountFile.SlotLength, rows.Where(row => row[0] == "slot").Sum(row => Width(row[2], name, key)));
        Assert.Equal(SettingsStore.FileLength, ReadmeTable.Rows("settings file").Sum(row => Width(row[1], 0, 0)));
    }

    /// <summary>Walks through the account above by the table alone.</summary>
    [Theory]
    [InlineData("account id: the first bytes of SHA-1 over the name", "19 C6 FC E1 9D 71 01 95")]
    [InlineData("algorithm", "00")]
    [InlineData("digits", "06")]
    [InlineData("period in seconds", "00 1E")]
    [InlineData("length of the name", "23")]
    [InlineData("length of the key", "14")]
    public void ReadmesTable_Slot_LeadsToTheField(string field, string bytes)
    {
        int at = AccountFile.HeaderLength;
        foreach (string[] row in ReadmeTable.Rows("accounts file").Where(row => row[0] == "slot").TakeWhile(row => row[1] != field))
        {
            at += Width(row[2], Name.Length, Rfc6238Key.Length);
        }

        byte[] expected = Hex.Bytes(bytes);
        Assert.Equal(bytes, Hex.Text(AccountsOfVersion1.AsSpan(at, expected.Length)));
    }

    private static int Width(string cell, int name, int key) => cell switch
    {
        "n" => name,
        "k" => key,
        "192 - n - k" => 192 - name - key,
        _ => int.Parse(cell, null),
    };
}
