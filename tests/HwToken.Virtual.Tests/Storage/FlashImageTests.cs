using System.Diagnostics;
using System.Security.Cryptography;
using HwToken.Virtual.Errors;
using HwToken.Virtual.Storage;
using HwToken.Virtual.Tests.Support;

namespace HwToken.Virtual.Tests.Storage;

public sealed class FlashImageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Path => _folder.File("state");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_NothingThere_MakesAnEmptyStateAtOnce()
    {
        using FlashImage file = FlashImage.Open(Path);

        Assert.Empty(file.Files);
        Assert.True(File.Exists(Path));
    }

    [Fact]
    public void Open_AfterSave_HasTheSavedFiles()
    {
        Save(new() { ["accounts"] = [1, 2, 3], ["settings"] = [] });

        using FlashImage file = FlashImage.Open(Path);

        Assert.Equal([1, 2, 3], file.Files["accounts"]);
        Assert.Equal([], file.Files["settings"]);
        Assert.Equal(2, file.Files.Count);
    }

    [Fact]
    public void Save_AnyState_BeginsWithALineThatWarnsWhoeverLooksInside()
    {
        Save([]);

        Assert.Equal("hwtoken-virtual state 1, with the secret that encrypts the accounts' keys", File.ReadLines(Path).First());
    }

    /// <summary>What earlier ones wrote behind the comma.</summary>
    [Fact]
    public void Open_OtherWordsOnTheFirstLine_IsRead()
    {
        Save(new() { ["accounts"] = [1, 2, 3] });
        byte[] now = File.ReadAllBytes(Path);
        byte[] body = now[(Array.IndexOf(now, (byte)'\n') + 1)..^SHA256.HashSizeInBytes];
        byte[] before = [.. "hwtoken-virtual state 1, with the accounts' keys in the clear\n"u8, .. body];
        File.WriteAllBytes(Path, [.. before, .. SHA256.HashData(before)]);

        using FlashImage file = FlashImage.Open(Path);

        Assert.Equal([1, 2, 3], file.Files["accounts"]);
    }

    [Fact]
    public void Save_AnyState_LeavesNoOtherFileThanTheLock()
    {
        Save(new() { ["accounts"] = [1] });

        Assert.Equal(["state", "state.lock"], Directory.GetFiles(_folder.Path).Select(System.IO.Path.GetFileName).Order());
    }

    [Fact]
    public void Save_AnyState_IsForTheOwnerAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Save([]);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Fact]
    public void Open_WiderModeThere_LeavesItToTheOwnerAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Save([]);
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Save(null);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Fact]
    public void Save_PathIsSymlink_ReplacesWhatItLeadsTo()
    {
        Save([]);
        string alias = _folder.File("alias");
        File.CreateSymbolicLink(alias, Path);

        using (FlashImage file = FlashImage.Open(alias))
        {
            file.Save(new Dictionary<string, byte[]> { ["accounts"] = [7] });
        }

        Assert.Equal(Path, new FileInfo(alias).LinkTarget);
        using FlashImage reopened = FlashImage.Open(Path);
        Assert.Equal([7], reopened.Files["accounts"]);
    }

    [Fact]
    public void Open_InUseInThisProcess_IsRefusedByName()
    {
        using FlashImage first = FlashImage.Open(Path);

        VirtualTokenException refusal = Assert.Throws<VirtualTokenException>(() => FlashImage.Open(Path));

        Assert.Equal($"the state file {Path} is in use by another virtual token", refusal.Message);
        Assert.NotEmpty(refusal.Hint);
    }

    [Fact]
    public async Task Open_InUseByAnotherProcess_IsRefusedUntilThatIsKilled()
    {
        using Process other = Child.Start(Child.HoldState, Path);
        Assert.Equal("ready", await other.StandardOutput.ReadLineAsync());
        Assert.Throws<VirtualTokenException>(() => FlashImage.Open(Path));

        await other.KillNow();

        FlashImage.Open(Path).Dispose();
    }

    [Fact]
    public void Open_EveryByteDamaged_IsRefusedAndLeftUntouched()
    {
        Save(new() { ["accounts"] = [1, 2, 3] });
        byte[] good = File.ReadAllBytes(Path);
        for (int i = 0; i < good.Length; i++)
        {
            byte[] damaged = [.. good];
            damaged[i] ^= 0x20;
            File.WriteAllBytes(Path, damaged);

            Assert.Throws<VirtualTokenException>(() => FlashImage.Open(Path));

            Assert.Equal(damaged, File.ReadAllBytes(Path));
        }
    }

    [Fact]
    public void Open_CutOffAnywhere_IsRefused()
    {
        Save(new() { ["accounts"] = [1, 2, 3] });
        byte[] good = File.ReadAllBytes(Path);
        for (int length = 0; length < good.Length; length++)
        {
            File.WriteAllBytes(Path, good[..length]);

            Assert.Throws<VirtualTokenException>(() => FlashImage.Open(Path));
        }
    }

    [Theory]
    [InlineData("something else", "is not a virtual token's state file")]
    [InlineData("", "is not a virtual token's state file")]
    [InlineData("hwtoken-virtual state 2, whatever that is\n", "is damaged, or of a newer hwtoken-virtual")]
    [InlineData("hwtoken-virtual state 1, with the accounts' keys in the clear\n", "is damaged: its checksum is wrong")]
    public void Open_ForeignFile_SaysWhatIsWrongWithIt(string content, string message)
    {
        File.WriteAllText(Path, content);

        VirtualTokenException refusal = Assert.Throws<VirtualTokenException>(() => FlashImage.Open(Path));

        Assert.Equal($"the state file {Path} {message}", refusal.Message);
        Assert.Equal(content, File.ReadAllText(Path));
    }

    [Fact]
    public void Open_FolderMissing_SaysSo()
    {
        VirtualTokenException refusal = Assert.Throws<VirtualTokenException>(
            () => FlashImage.Open(_folder.File("missing/state")));

        Assert.StartsWith($"cannot use the state file {_folder.File("missing/state")}: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_HalfAStateOfAKilledTokenBesides_RemovesIt()
    {
        Save([]);
        File.WriteAllText(DurableFile.NextPath(Path), "keys");

        Save(null);

        Assert.False(File.Exists(DurableFile.NextPath(Path)));
    }

    private void Save(Dictionary<string, byte[]>? files)
    {
        using FlashImage file = FlashImage.Open(Path);
        if (files is not null)
        {
            file.Save(files);
        }
    }
}
