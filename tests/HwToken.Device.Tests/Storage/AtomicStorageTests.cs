using HwToken.Device.Storage;
using HwToken.TestKit.Storage;

namespace HwToken.Device.Tests.Storage;

public class AtomicStorageTests
{
    private const string Name = "accounts";

    private readonly CuttableFlash _files = new();
    private readonly AtomicStorage _storage;

    public AtomicStorageTests() => _storage = new AtomicStorage(_files);

    [Fact]
    public void Read_NoSuchFile_IsMissing() => Assert.Equal(-1, _storage.Read(Name, 0, new byte[4], 4));

    [Fact]
    public void Read_FromAPosition_GivesTheRest()
    {
        Contents.Replace(_storage, Name, [1, 2, 3, 4, 5]);
        byte[] buffer = new byte[4];

        Assert.Equal(2, _storage.Read(Name, 3, buffer, 4));
        Assert.Equal([4, 5, 0, 0], buffer);
    }

    [Fact]
    public void Commit_Done_IsReadFromTheFileOfThatNameAlone()
    {
        Contents.Replace(_storage, Name, [1, 2, 3]);
        Contents.Replace(_storage, Name, [4]);

        Assert.Equal([Name], _files.Disk.Names);
        Assert.Equal([4], Contents.Of(_storage, Name));
    }

    [Fact]
    public void Replacement_NotCommitted_LeavesTheOldContentReadable()
    {
        Contents.Replace(_storage, Name, [1, 2, 3]);

        _storage.Begin();
        Assert.True(_storage.BeginFile(Name));
        Assert.True(_storage.Append([9, 9], 0, 2));
        Assert.Equal([1, 2, 3], Contents.Of(_storage, Name));

        // Another one is begun: that one is forgotten.
        Contents.Replace(_storage, "settings", [7]);
        Assert.Equal([1, 2, 3], Contents.Of(_storage, Name));
        Assert.Equal([7], Contents.Of(_storage, "settings"));
        Assert.Equal(2, _files.Disk.Names.Count);
    }

    [Fact]
    public void Append_PartOfAnArray_WritesThatPart()
    {
        _storage.Begin();
        _storage.BeginFile(Name);
        _storage.Append([1, 2, 3, 4], 1, 2);
        _storage.Append([5], 0, 1);
        _storage.Commit();

        Assert.Equal([2, 3, 5], Contents.Of(_storage, Name));
    }

    [Fact]
    public void AppendAndCommit_NothingBegun_AreRefused()
    {
        Assert.False(_storage.BeginFile(Name));
        Assert.False(_storage.Append([1], 0, 1));
        Assert.False(_storage.Commit());
        _storage.Begin();
        Assert.False(_storage.Append([1], 0, 1));
        Assert.False(_storage.Commit());
        Assert.Empty(_files.Disk.Names);
    }

    [Fact]
    public void Replace_MoreFilesThanATransactionTakes_IsRefusedAndForgotten()
    {
        _storage.Begin();
        for (int i = 0; i < AtomicStorage.MaxFiles; i++)
        {
            Assert.True(_storage.BeginFile($"{(char)('a' + i)}"));
        }

        Assert.False(_storage.BeginFile("z"));
        Assert.False(_storage.Commit());
        Assert.Empty(_files.Disk.Names);
    }

    [Fact]
    public void Commit_Twice_IsRefusedTheSecondTime()
    {
        Contents.Replace(_storage, Name, [1]);

        Assert.False(_storage.Commit());
    }

    [Fact]
    public void Erase_Everything_LeavesNoFile()
    {
        Contents.Replace(_storage, Name, [1]);
        Contents.Replace(_storage, "settings", [2]);
        _storage.Begin();
        _storage.BeginFile(Name);

        Assert.True(_storage.Erase());

        Assert.Empty(_files.Disk.Names);
        Assert.Equal(-1, _storage.Read(Name, 0, new byte[1], 1));
        Contents.Replace(_storage, Name, [3]);
        Assert.Equal([3], Contents.Of(_storage, Name));
    }

    [Fact]
    public void Operations_EachFailing_KeepOldOrNewAndSayWhich()
    {
        for (int failAt = 0; ; failAt++)
        {
            CuttableFlash files = Contents.FilesWith(Name, [1, 2, 3]);
            files.FailAt = failAt;
            var storage = new AtomicStorage(files);

            storage.Begin();
            bool committed = storage.BeginFile(Name) && storage.Append([4, 5], 0, 2) && storage.Append([6], 0, 1)
                && storage.Commit();

            byte[] expected = committed ? [4, 5, 6] : [1, 2, 3];
            Assert.Equal(expected, Contents.Of(storage, Name));
            Assert.Equal(expected, Contents.Of(new AtomicStorage(files.Restarted()), Name));
            files.FailAt = int.MaxValue;
            Contents.Replace(storage, Name, [7]);
            Assert.Equal([7], Contents.Of(storage, Name));
            Assert.Equal([Name], files.Disk.Names);
            if (files.Operations <= failAt)
            {
                break;
            }
        }
    }

    [Fact]
    public void Erase_AnOperationFailing_SaysSoAndGoesOnLater()
    {
        for (int failAt = 0; ; failAt++)
        {
            CuttableFlash files = Contents.FilesWith(Name, [1]);
            files.FailAt = failAt;
            bool erased = new AtomicStorage(files).Erase();
            bool failed = files.Operations > failAt;

            Assert.Equal(!failed, erased);
            if (!failed)
            {
                break;
            }

            Assert.True(new AtomicStorage(files.Restarted()).Erase());
        }
    }

    /// <summary>The list commits only when it is whole: a torn one, or another's, commits none of its files.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0B 61 63 63 6F 75 6E 74 73 00")]
    [InlineData("0B 61 63 63 6F 75 6E 74 73 00 12 34")]
    public void List_Torn_IsNotObeyed(string list)
    {
        Contents.Replace(_storage, Name, [1]);
        Write(Name + ".part", [9]);
        Write("commit", Hex.Bytes(list));

        Assert.Equal([1], Contents.Of(new AtomicStorage(_files), Name));
        Assert.False(_files.Exists("commit"));
    }

    [Fact]
    public void List_Whole_IsObeyed()
    {
        Contents.Replace(_storage, Name, [1]);
        Write(Name + ".part", [9]);
        Write("commit", Hex.Bytes("0B 61 63 63 6F 75 6E 74 73 00 21 6E"));

        Assert.Equal([9], Contents.Of(new AtomicStorage(_files), Name));
    }

    /// <summary>File.Move may lose the file that it moves. It must not take another one with it.</summary>
    [Fact]
    public void Renaming_LosesAFile_LeavesTheOthersNew()
    {
        for (int failAt = 0; ; failAt++)
        {
            CuttableFlash files = Contents.FilesWith(("a", [1, 1]), ("b", [2, 2]));
            files.RenamesByCopying = true;
            files.FailAt = failAt;
            var storage = new AtomicStorage(files);
            storage.Begin();
            bool committed = storage.BeginFile("a") && storage.Append([3, 3], 0, 2) && storage.BeginFile("b")
                && storage.Append([4, 4], 0, 2) && storage.Commit();
            if (files.Operations <= failAt)
            {
                return;
            }

            files.FailAt = int.MaxValue;
            AtomicStorage restarted = new(files.Restarted());
            byte[]?[] contents = [Contents.Of(restarted, "a"), Contents.Of(restarted, "b")];
            byte[][] whole = committed ? [[3, 3], [4, 4]] : [[1, 1], [2, 2]];
            Assert.InRange(contents.Zip(whole).Count(pair => pair.First is { } c && c.SequenceEqual(pair.Second)), 1, 2);
        }
    }

    private void Write(string name, byte[] content)
    {
        Assert.True(_files.Create(name) && _files.Append(content, 0, content.Length) && _files.Close());
    }
}
