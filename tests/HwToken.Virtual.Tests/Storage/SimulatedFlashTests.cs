using HwToken.Virtual.Storage;
using HwToken.Virtual.Tests.Support;

namespace HwToken.Virtual.Tests.Storage;

/// <summary>What <see cref="Device.Ports.IFiles"/> promises, in memory and in the host's file.</summary>
public sealed class SimulatedFlashTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Path => _folder.File("state");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_NoSuchFile_IsMinusOne()
    {
        using SimulatedFlash flash = new(null);

        Assert.False(flash.Exists("accounts"));
        Assert.Equal(-1, flash.Read("accounts", 0, new byte[4], 4));
    }

    [Fact]
    public void Read_WrittenInPieces_GivesThemInOrder()
    {
        using SimulatedFlash flash = new(null);
        Assert.True(flash.Create("accounts"));
        Assert.True(flash.Append([9, 1, 2], 1, 2));
        Assert.True(flash.Append([3], 0, 1));
        Assert.True(flash.Close());

        Assert.True(flash.Exists("accounts"));
        Assert.Equal([1, 2, 3], ReadAll(flash, "accounts"));
    }

    [Theory]
    [InlineData(0, 2, new byte[] { 1, 2 })]
    [InlineData(1, 2, new byte[] { 2, 3 })]
    [InlineData(2, 2, new byte[] { 3 })]
    [InlineData(3, 2, new byte[] { })]
    [InlineData(9, 2, new byte[] { })]
    public void Read_FromAPosition_GivesWhatIsThere(int position, int count, byte[] expected)
    {
        using SimulatedFlash flash = new(null);
        Write(flash, "accounts", [1, 2, 3]);
        byte[] buffer = new byte[count];

        int read = flash.Read("accounts", position, buffer, count);

        Assert.Equal(expected, buffer[..read]);
    }

    [Fact]
    public void Create_NotClosed_OldContentStays()
    {
        using SimulatedFlash flash = new(null);
        Write(flash, "accounts", [1]);

        flash.Create("accounts");
        flash.Append([2], 0, 1);

        Assert.Equal([1], ReadAll(flash, "accounts"));
        Assert.True(flash.Close());
        Assert.Equal([2], ReadAll(flash, "accounts"));
    }

    [Fact]
    public void AppendAndClose_NothingCreated_AreRefused()
    {
        using SimulatedFlash flash = new(null);

        Assert.False(flash.Append([2], 0, 1));
        Assert.False(flash.Close());
    }

    [Fact]
    public void Append_MoreThanTheChipHolds_IsRefused()
    {
        using SimulatedFlash flash = new(null);
        Write(flash, "settings", new byte[SimulatedFlash.Capacity - 10]);
        flash.Create("accounts");

        Assert.True(flash.Append(new byte[10], 0, 10));
        Assert.False(flash.Append(new byte[1], 0, 1));
    }

    /// <summary>As on the chip, the old content is there until the new one is closed.</summary>
    [Fact]
    public void Append_OverAFile_CountsOldAndNewContent()
    {
        using SimulatedFlash flash = new(null);
        byte[] half = new byte[SimulatedFlash.Capacity / 2];
        Write(flash, "accounts", half);
        Write(flash, "accounts", half);

        flash.Create("accounts");
        Assert.False(flash.Append(new byte[half.Length + 1], 0, half.Length + 1));
    }

    [Fact]
    public void Rename_NameThatIsFree_MovesTheContent()
    {
        using SimulatedFlash flash = new(null);
        Write(flash, "new", [1]);

        Assert.True(flash.Rename("new", "accounts"));

        Assert.False(flash.Exists("new"));
        Assert.Equal([1], ReadAll(flash, "accounts"));
    }

    [Fact]
    public void Rename_NoSuchFileOrNameTaken_IsRefusedAndChangesNothing()
    {
        using SimulatedFlash flash = new(null);
        Write(flash, "new", [1]);
        Write(flash, "accounts", [2]);

        Assert.False(flash.Rename("none", "other"));
        Assert.False(flash.Rename("new", "accounts"));

        Assert.Equal([1], ReadAll(flash, "new"));
        Assert.Equal([2], ReadAll(flash, "accounts"));
    }

    [Fact]
    public void DeleteAllBut_ThreeFiles_LeavesTheOne()
    {
        using SimulatedFlash flash = new(null);
        Assert.All(new[] { "a", "b", "c" }, name => Write(flash, name, [1]));

        Assert.True(flash.DeleteAllBut("b"));

        Assert.Equal([false, true, false], new[] { "a", "b", "c" }.Select(flash.Exists));
    }

    [Fact]
    public void Changes_EachDone_IsInTheStateFileAtOnce()
    {
        using SimulatedFlash flash = new(FlashImage.Open(Path));

        Write(flash, "a", [1]);
        Assert.Equal(["a"], Kept());
        Assert.True(flash.Rename("a", "b"));
        Assert.Equal(["b"], Kept());
        Assert.True(flash.Delete("b"));
        Assert.Empty(Kept());
    }

    [Fact]
    public void Close_WithAStateFile_IsThereInTheNextRun()
    {
        using (SimulatedFlash flash = new(FlashImage.Open(Path)))
        {
            Write(flash, "accounts", [1, 2]);
        }

        using SimulatedFlash next = new(FlashImage.Open(Path));
        Assert.Equal([1, 2], ReadAll(next, "accounts"));
    }

    [Fact]
    public void Changes_HostFileCannotBeWritten_AreRefusedAndToldAndChangeNothing()
    {
        using SimulatedFlash flash = new(FlashImage.Open(Path));
        Write(flash, "accounts", [1]);
        byte[] before = File.ReadAllBytes(Path);
        List<Exception> failures = [];
        flash.Failed += failures.Add;

        // A folder in the temporary file's place refuses even the superuser.
        Directory.CreateDirectory(DurableFile.NextPath(Path));
        flash.Create("accounts");
        flash.Append([2], 0, 1);

        Assert.False(flash.Close());
        Assert.False(flash.Delete("accounts"));
        Assert.False(flash.Rename("accounts", "settings"));
        Assert.Equal([1], ReadAll(flash, "accounts"));
        Assert.Equal(before, File.ReadAllBytes(Path));
        Assert.Equal(3, failures.Count);
    }

    private Dictionary<string, byte[]>.KeyCollection Kept() => FlashImageFormat.Decode(File.ReadAllBytes(Path)).Keys;

    private static void Write(SimulatedFlash flash, string name, byte[] content) =>
        Assert.True(flash.Create(name) && flash.Append(content, 0, content.Length) && flash.Close());

    private static byte[] ReadAll(SimulatedFlash flash, string name)
    {
        byte[] buffer = new byte[64];
        return buffer[..flash.Read(name, 0, buffer, buffer.Length)];
    }
}
