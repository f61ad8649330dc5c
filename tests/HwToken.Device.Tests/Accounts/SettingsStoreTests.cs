using HwToken.Core.Protocol;
using HwToken.Device.Accounts;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Accounts;

public class SettingsStoreTests
{
    private const long SomeTime = 1800000000;

    private readonly MemoryStorage _storage = new();
    private readonly SeededEntropy _entropy = new();
    private readonly SettingsStore _settings;

    public SettingsStoreTests()
    {
        _settings = new SettingsStore(_storage);
        Assert.True(_settings.Create(_entropy));
    }

    [Fact]
    public void Load_NoFile_IsMissing() => Assert.Equal(FileState.Missing, new SettingsStore(new MemoryStorage()).Load());

    [Fact]
    public void Create_Settings_AreNewAndStored()
    {
        Assert.NotEqual(new byte[Limits.SerialLength], _settings.Serial);
        SettingsStore again = Reopen();
        Assert.Equal(_settings.Serial, again.Serial);
        Assert.Equal(0, again.CurrentAccount);
        Assert.False(again.Clock.WasSet);
    }

    [Fact]
    public void Create_Again_MakesAnotherSerialAndForgetsTheClock()
    {
        byte[] serial = [.. _settings.Serial];
        _settings.Clock.WasSet = true;
        Assert.True(_settings.SaveClock());
        Assert.True(_settings.Create(_entropy));
        Assert.NotEqual(serial, _settings.Serial);
        Assert.False(Reopen().Clock.WasSet);
    }

    [Fact]
    public void SaveClock_Memory_IsStored()
    {
        _settings.Clock.WasSet = true;
        _settings.Clock.SetSeconds = SomeTime;
        Assert.True(_settings.SaveClock());
        SettingsStore again = Reopen();
        Assert.True(again.Clock.WasSet);
        Assert.Equal(SomeTime, again.Clock.SetSeconds);
    }

    [Theory]
    [InlineData(nameof(MemoryStorage.BeginReplace))]
    [InlineData(nameof(MemoryStorage.Append))]
    [InlineData(nameof(MemoryStorage.Commit))]
    public void SaveClock_StorageRefuses_StoresNothing(string refused)
    {
        Dictionary<string, byte[]> before = _storage.Copy();
        _storage.Refuses = (_, operation) => operation == refused;
        _settings.Clock.WasSet = true;
        Assert.False(_settings.SaveClock());
        Assert.True(_storage.HoldsTheSameAs(before));
    }

    [Fact]
    public void SaveCurrentAccount_AsItWasStored_WritesNothing()
    {
        _settings.CurrentAccount = 7;
        _settings.SaveCurrentAccount();
        Assert.Equal(7, Reopen().CurrentAccount);

        int operations = _storage.Operations;
        _settings.SaveCurrentAccount();
        _settings.CurrentAccount = 8;
        _settings.CurrentAccount = 7;
        _settings.SaveCurrentAccount();
        Assert.Equal(operations, _storage.Operations);
    }

    [Fact]
    public void Load_AnyByteChanged_IsDamaged()
    {
        byte[] good = _storage.Files[SettingsStore.FileName];
        for (int position = 0; position < good.Length; position++)
        {
            foreach (int change in new[] { 0x01, 0x80, 0xFF })
            {
                byte[] damaged = [.. good];
                damaged[position] ^= (byte)change;
                AssertDamaged(damaged);
            }
        }
    }

    [Fact]
    public void Load_AnyOtherLength_IsDamaged()
    {
        byte[] good = _storage.Files[SettingsStore.FileName];
        for (int length = 0; length < good.Length; length++)
        {
            AssertDamaged(good[..length]);
        }

        AssertDamaged([.. good, 0]);
    }

    [Fact]
    public void Load_OtherVersionWithAGoodCrc_IsDamaged()
    {
        byte[] file = [.. _storage.Files[SettingsStore.FileName]];
        file[4] = SettingsStore.Version + 1;
        int crc = Crc16.Update(Crc16.Initial, file, 0, file.Length - 2);
        file[^2] = (byte)(crc >> 8);
        file[^1] = (byte)crc;
        AssertDamaged(file);
    }

    [Fact]
    public void Load_StorageCannotBeRead_IsUnreadable()
    {
        _storage.Refuses = (_, _) => true;
        Assert.Equal(FileState.Unreadable, new SettingsStore(_storage).Load());
    }

    private SettingsStore Reopen()
    {
        var settings = new SettingsStore(_storage);
        Assert.Equal(FileState.Good, settings.Load());
        return settings;
    }

    private void AssertDamaged(byte[] file)
    {
        _storage.Files[SettingsStore.FileName] = file;
        var settings = new SettingsStore(_storage);
        Assert.Equal(FileState.Damaged, settings.Load());
        Assert.Equal(new byte[Limits.SerialLength], settings.Serial);
    }
}
