using HwToken.Device.Ports;
using HwToken.Device.Storage;

namespace HwToken.Device.Tests.Storage;

/// <summary>The power goes at every single operation, in every way; and once more while the token finds its feet.</summary>
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

        Assert.InRange(cuts, 5 * 2 * 6, int.MaxValue);
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
        () => new CuttableFiles(),
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
        CuttableFiles files = Contents.FilesWith(Name, Old);
        Contents.Replace(new AtomicStorage(files), Name, New);

        Assert.Equal(New, Contents.Of(new AtomicStorage(files.Restarted()), Name));
    }

    [Fact]
    public void Replace_Cut_LeavesTheOtherFileAlone() => ForEveryCut(
        () =>
        {
            CuttableFiles files = Contents.FilesWith(Name, Old);
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
    private static int ForEveryCut(Func<CuttableFiles> start, Action<IStorage> act, Action<CuttableFiles> check)
    {
        int ways = 0;
        for (int cutAt = 0; ; cutAt++)
        {
            foreach (CuttableFiles.Tear tear in Enum.GetValues<CuttableFiles.Tear>())
            {
                foreach (bool late in new[] { false, true })
                {
                    CuttableFiles files = start();
                    files.CutAt = cutAt;
                    files.CutIsLate = late;
                    files.CutLeaves = tear;
                    try
                    {
                        act(new AtomicStorage(files));
                        return ways;
                    }
                    catch (PowerCutException)
                    {
                        ways++;
                        check(files.Restarted());
                    }
                }
            }
        }
    }

    private static void AssertOneOfThenUsable(CuttableFiles files, params byte[]?[] contents)
    {
        var storage = new AtomicStorage(files);
        byte[]? content = Contents.Of(storage, Name);
        Assert.Contains(contents, c => c is null ? content is null : content is not null && c.SequenceEqual(content));

        Contents.Replace(storage, Name, [42]);
        Assert.Equal([42], Contents.Of(storage, Name));
        Assert.Equal([Name], files.Names);
    }

    private static CuttableFiles TwoFiles() => Contents.FilesWith((Name, Old), (Other, Newest));

    private static void AssertBothOldOrBothNew(CuttableFiles files)
    {
        var storage = new AtomicStorage(files);
        bool isNew = Contents.Of(storage, Name)!.SequenceEqual(New);
        Assert.Equal(isNew ? New : Old, Contents.Of(storage, Name));
        Assert.Equal(isNew ? [21] : Newest, Contents.Of(storage, Other));
    }

    private static void AssertAllOrNothing(CuttableFiles files)
    {
        var storage = new AtomicStorage(files);
        byte[]? accounts = Contents.Of(storage, Name);
        byte[]? settings = Contents.Of(storage, Other);
        Assert.Equal(accounts is null, settings is null);
        if (accounts is null)
        {
            Assert.Empty(files.Names);
        }
        else
        {
            Assert.Equal(Old, accounts);
            Assert.Equal(Newest, settings);
        }
    }
}
