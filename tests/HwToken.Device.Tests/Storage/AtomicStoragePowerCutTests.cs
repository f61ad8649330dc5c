using HwToken.Device.Ports;
using HwToken.Device.Storage;
using HwToken.TestKit.Storage;

namespace HwToken.Device.Tests.Storage;

/// <summary>
/// The power goes at every single write, flush, renaming and removal, in every way; and once more while the token finds
/// its feet.
/// </summary>
public class AtomicStoragePowerCutTests
{
    private const string Name = "accounts";
    private const string Other = "settings";
    private static readonly byte[] Old = [1, 2, 3, 4, 5];
    private static readonly byte[] New = [6, 7, 8, 9, 10, 11, 12];
    private static readonly byte[] Newest = [13, 14];

    [Fact]
    public void Replace_Cut_LeavesOldOrNew()
    {
        int cuts = ForEveryCut(
            () => Contents.FilesWith(Name, Old),
            storage => Contents.Replace(storage, Name, New),
            files => AssertOneOfThenUsable(files, Old, New));

        Assert.InRange(cuts, 80, int.MaxValue);
    }

    [Fact]
    public void ReplaceTwice_Cut_LeavesOneOfTheThreeInOrder() => ForEveryCut(
        () => Contents.FilesWith(Name, Old),
        storage =>
        {
            Contents.Replace(storage, Name, New);
            Contents.Replace(storage, Name, Newest);
        },
        files => AssertOneOfThenUsable(files, Old, New, Newest));

    [Fact]
    public void FirstReplace_Cut_LeavesNothingOrNew() => ForEveryCut(
        () => new CuttableFlash(),
        storage => Contents.Replace(storage, Name, New),
        files => AssertOneOfThenUsable(files, null, New));

    [Fact]
    public void Replace_CutThenCutAgainInTheNextReplace_LeavesAWholeContent() => ForEveryCut(
        () => Contents.FilesWith(Name, Old),
        storage => Contents.Replace(storage, Name, New),
        files =>
        {
            byte[]? before = Contents.Of(new AtomicStorage(files.Restarted()), Name);
            ForEveryCut(
                files.Restarted,
                storage => Contents.Replace(storage, Name, Newest),
                again => AssertOneOfThenUsable(again, before, Newest));
        });

    [Fact]
    public void ReplaceTwoFiles_Cut_LeavesBothOldOrBothNew() => ForEveryCut(
        TwoFiles,
        storage => Contents.Replace(storage, (Name, New), (Other, [21])),
        AssertBothOldOrBothNew);

    [Fact]
    public void ReplaceTwoFiles_CutThenCutAgainAtTheNextStart_LeavesBothOldOrBothNew() => ForEveryCut(
        TwoFiles,
        storage => Contents.Replace(storage, (Name, New), (Other, [21])),
        files => ForEveryCut(
            files.Restarted,
            storage => storage.Read(Name, 0, new byte[1], 1),
            AssertBothOldOrBothNew));

    [Fact]
    public void ReplaceOneFile_AfterACutInATransactionOfTwo_TouchesThatFileAlone() => ForEveryCut(
        TwoFiles,
        storage => Contents.Replace(storage, (Name, New), (Other, [21])),
        files =>
        {
            byte[]? other = Contents.Of(new AtomicStorage(files.Restarted()), Other);
            var storage = new AtomicStorage(files);
            Contents.Replace(storage, Name, [42]);
            Assert.Equal(other, Contents.Of(new AtomicStorage(files.Restarted()), Other));
        });

    [Fact]
    public void Replace_Committed_IsDurable()
    {
        CuttableFlash files = Contents.FilesWith(Name, Old);
        Contents.Replace(new AtomicStorage(files), Name, New);

        Assert.Equal(New, Contents.Of(new AtomicStorage(files.Restarted()), Name));
    }

    [Fact]
    public void Replace_Cut_LeavesTheOtherFileAlone() => ForEveryCut(
        () =>
        {
            CuttableFlash files = Contents.FilesWith(Name, Old);
            Contents.Replace(new AtomicStorage(files), Other, Newest);
            return files.Restarted();
        },
        storage => Contents.Replace(storage, Name, New),
        files => Assert.Equal(Newest, Contents.Of(new AtomicStorage(files.Restarted()), Other)));

    [Fact]
    public void Erase_Cut_LeavesEverythingOrNothing() => ForEveryCut(
        TwoFiles,
        storage => Assert.True(storage.Erase()),
        AssertAllOrNothing);

    [Fact]
    public void Erase_CutThenCutAgainAtTheNextStart_LeavesEverythingOrNothing() => ForEveryCut(
        TwoFiles,
        storage => Assert.True(storage.Erase()),
        files => ForEveryCut(
            files.Restarted,
            storage => storage.Read(Name, 0, new byte[1], 1),
            AssertAllOrNothing));

    /// <returns>How many ways there were.</returns>
    private static int ForEveryCut(Func<CuttableFlash> start, Action<IStorage> act, Action<CuttableFlash> check)
    {
        int cuts = 0;
        foreach (bool copies in (bool[])[false, true])
        {
            CuttableFlash files = start();
            files.RenamesByCopying = copies;
            cuts += files.Disk.ForEachCut(
                () => act(new AtomicStorage(files)), left => check(new CuttableFlash(left) { RenamesByCopying = copies }));
        }

        return cuts;
    }

    private static void AssertOneOfThenUsable(CuttableFlash files, params byte[]?[] contents)
    {
        var storage = new AtomicStorage(files);
        byte[]? content = Contents.Of(storage, Name);
        Assert.Contains(contents, c => c is null ? content is null : content is not null && c.SequenceEqual(content));

        Contents.Replace(storage, Name, [42]);
        Assert.Equal([42], Contents.Of(storage, Name));
        Assert.Equal([Name], files.Disk.Names);
    }

    private static CuttableFlash TwoFiles() => Contents.FilesWith((Name, Old), (Other, Newest));

    private static void AssertBothOldOrBothNew(CuttableFlash files)
    {
        var storage = new AtomicStorage(files);
        bool isNew = Contents.Of(storage, Name)!.SequenceEqual(New);
        Assert.Equal(isNew ? New : Old, Contents.Of(storage, Name));
        Assert.Equal(isNew ? [21] : Newest, Contents.Of(storage, Other));
    }

    private static void AssertAllOrNothing(CuttableFlash files)
    {
        var storage = new AtomicStorage(files);
        byte[]? accounts = Contents.Of(storage, Name);
        byte[]? settings = Contents.Of(storage, Other);
        Assert.Equal(accounts is null, settings is null);
        if (accounts is null)
        {
            Assert.Empty(files.Disk.Names);
        }
        else
        {
            Assert.Equal(Old, accounts);
            Assert.Equal(Newest, settings);
        }
    }
}
