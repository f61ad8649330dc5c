using HwToken.Virtual.Storage;
using HwToken.Virtual.Tests.Support;

namespace HwToken.Virtual.Tests.Storage;

public sealed class VirtualStorageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Path => _folder.File("state");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_NoSuchFile_IsMinusOne()
    {
        using VirtualStorage storage = new(null);

        Assert.Equal(-1, storage.Read("accounts", 0, new byte[4], 4));
    }

    [Fact]
    public void Read_CommittedInPieces_GivesThemInOrder()
    {
        using VirtualStorage storage = new(null);
        storage.Begin();
        Assert.True(storage.Replace("accounts"));
        Assert.True(storage.Append([9, 1, 2], 1, 2));
        Assert.True(storage.Append([3], 0, 1));
        Assert.True(storage.Commit());

        Assert.Equal([1, 2, 3], ReadAll(storage, "accounts"));
    }

    [Theory]
    [InlineData(0, 2, new byte[] { 1, 2 })]
    [InlineData(1, 2, new byte[] { 2, 3 })]
    [InlineData(2, 2, new byte[] { 3 })]
    [InlineData(3, 2, new byte[] { })]
    [InlineData(9, 2, new byte[] { })]
    public void Read_FromAPosition_GivesWhatIsThere(int position, int count, byte[] expected)
    {
        using VirtualStorage storage = new(null);
        Replace(storage, "accounts", [1, 2, 3]);
        byte[] buffer = new byte[count];

        int read = storage.Read("accounts", position, buffer, count);

        Assert.Equal(expected, buffer[..read]);
    }

    [Fact]
    public void Replace_NotCommitted_OldContentStays()
    {
        using VirtualStorage storage = new(null);
        Replace(storage, "accounts", [1]);

        storage.Begin();
        storage.Replace("accounts");
        storage.Append([2], 0, 1);

        Assert.Equal([1], ReadAll(storage, "accounts"));
    }

    [Fact]
    public void Begin_WhileATransactionIsUnderWay_ForgetsThat()
    {
        using VirtualStorage storage = new(null);
        storage.Begin();
        storage.Replace("accounts");
        storage.Append([1], 0, 1);

        Replace(storage, "settings", [2]);

        Assert.Equal([2], ReadAll(storage, "settings"));
        Assert.Equal(-1, storage.Read("accounts", 0, new byte[1], 1));
    }

    [Fact]
    public void Commit_NothingBegun_IsFalse()
    {
        using VirtualStorage storage = new(null);
        Replace(storage, "accounts", [1]);

        Assert.False(storage.Append([2], 0, 1));
        Assert.False(storage.Commit());
        Assert.Equal([1], ReadAll(storage, "accounts"));
    }

    [Fact]
    public void Append_MoreThanTheChipHolds_IsFalseAndForgotten()
    {
        using VirtualStorage storage = new(null);
        Replace(storage, "settings", new byte[VirtualStorage.Capacity - 10]);
        storage.Begin();
        storage.Replace("accounts");

        Assert.True(storage.Append(new byte[10], 0, 10));
        Assert.False(storage.Append(new byte[1], 0, 1));

        Assert.False(storage.Commit());
        Assert.Equal(-1, storage.Read("accounts", 0, new byte[1], 1));
    }

    /// <summary>As on the chip, the old content is there until the new one holds.</summary>
    [Fact]
    public void Append_ReplacingAFile_CountsOldAndNewContent()
    {
        using VirtualStorage storage = new(null);
        Replace(storage, "accounts", new byte[VirtualStorage.Capacity / 2]);
        Replace(storage, "accounts", new byte[VirtualStorage.Capacity / 2]);

        storage.Begin();
        storage.Replace("accounts");
        Assert.False(storage.Append(new byte[(VirtualStorage.Capacity / 2) + 1], 0, (VirtualStorage.Capacity / 2) + 1));
    }

    [Fact]
    public void Commit_TwoFiles_AreReplacedTogether()
    {
        using VirtualStorage storage = new(null);
        storage.Begin();
        storage.Replace("accounts");
        storage.Append([1], 0, 1);
        storage.Replace("settings");
        storage.Append([2], 0, 1);
        Assert.Equal(-1, storage.Read("accounts", 0, new byte[1], 1));
        Assert.True(storage.Commit());

        Assert.Equal([1], ReadAll(storage, "accounts"));
        Assert.Equal([2], ReadAll(storage, "settings"));
    }

    [Fact]
    public void Erase_TwoFiles_RemovesBothAlsoFromTheHost()
    {
        using (VirtualStorage storage = new(StateFile.Open(Path)))
        {
            Replace(storage, "accounts", [1]);
            Replace(storage, "settings", [2]);

            Assert.True(storage.Erase());

            Assert.Equal(-1, storage.Read("accounts", 0, new byte[1], 1));
        }

        using StateFile file = StateFile.Open(Path);
        Assert.Empty(file.Files);
    }

    [Fact]
    public void Commit_WithAStateFile_IsThereInTheNextRun()
    {
        using (VirtualStorage storage = new(StateFile.Open(Path)))
        {
            Replace(storage, "accounts", [1, 2]);
        }

        using VirtualStorage next = new(StateFile.Open(Path));
        Assert.Equal([1, 2], ReadAll(next, "accounts"));
    }

    [Fact]
    public void Commit_HostFileCannotBeWritten_IsFalseAndToldAndChangesNothing()
    {
        using VirtualStorage storage = new(StateFile.Open(Path));
        Replace(storage, "accounts", [1]);
        byte[] before = File.ReadAllBytes(Path);
        List<Exception> failures = [];
        storage.Failed += failures.Add;

        // A folder in the temporary file's place refuses even the superuser.
        Directory.CreateDirectory(DurableFile.NextPath(Path));
        storage.Begin();
        storage.Replace("accounts");
        storage.Append([2], 0, 1);

        Assert.False(storage.Commit());
        Assert.False(storage.Erase());
        Assert.Equal([1], ReadAll(storage, "accounts"));
        Assert.Equal(before, File.ReadAllBytes(Path));
        Assert.Equal(2, failures.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Accounts")]
    [InlineData("../accounts")]
    [InlineData("abcdefghijklmnopq")]
    public void Replace_NameThatTheChipDoesNotTake_IsAMistake(string name)
    {
        using VirtualStorage storage = new(null);

        Assert.Throws<ArgumentException>(() => storage.Replace(name));
    }

    private static void Replace(VirtualStorage storage, string name, byte[] content)
    {
        storage.Begin();
        Assert.True(storage.Replace(name) && storage.Append(content, 0, content.Length) && storage.Commit());
    }

    private static byte[] ReadAll(VirtualStorage storage, string name)
    {
        byte[] buffer = new byte[64];
        return buffer[..storage.Read(name, 0, buffer, buffer.Length)];
    }
}
