using HwToken.TestKit.Storage;

namespace HwToken.Device.Tests.Storage;

/// <summary>The disk is as careless as it says: only so do the tests that stand on it mean anything.</summary>
public class CuttableDiskTests
{
    private readonly CuttableDisk _disk = new(Holding("old=1"));

    [Fact]
    public void Bytes_NotFlushed_ArriveInPartInAnyOrderOrAsGarbage()
    {
        DiskFile file = _disk.Create("new");
        _disk.Sync();

        string[] left = CutsOf(() => _disk.Append(file, [1, 2, 3, 4]));

        Assert.Equal(17, left.Length); // the 16 ways for the quarters to arrive, and garbage
        Assert.Contains("new= old=1", left);
        Assert.Contains("new=1,2 old=1", left);
        Assert.Contains("new=0,0,0,4 old=1", left);
        Assert.Contains("new=1,0,3 old=1", left);
        Assert.Contains("new=1,2,3,4 old=1", left);
        Assert.Contains("new=0,0,0,0,255 old=1", left);
    }

    [Fact]
    public void Bytes_AfterAFlush_AreKeptAndTheNextOnesAreNot()
    {
        DiskFile file = _disk.Create("new");
        _disk.Sync();
        _disk.Append(file, [9, 9]);
        _disk.Flush(file);

        Assert.Equal(["new=9,9 old=1"], CutsOf(() => { }));
        Assert.Equal(
            ["new=9,9 old=1", "new=9,9,5 old=1", "new=9,9,4,255 old=1"], CutsOf(() => _disk.Append(file, [5])));
    }

    [Fact]
    public void Name_NotSynced_IsThereOrNot()
    {
        Assert.Equal(["old=1", "new= old=1"], CutsOf(() => _disk.Create("new")));

        _disk.Sync();

        Assert.Equal(["new= old=1"], CutsOf(() => { }));
    }

    [Fact]
    public void Names_NotSynced_ArriveTheLaterWithoutTheEarlier() => Assert.Equal(
        ["old=1", "", "new= old=1", "new="],
        CutsOf(() =>
        {
            _disk.Remove("old");
            _disk.Create("new");
        }));

    [Fact]
    public void Create_OverAnother_MayLeaveTheOldOneOrNone()
    {
        string[] left = CutsOf(() => _disk.Append(_disk.Create("old"), [2]));

        Assert.Contains("old=1", left);
        Assert.Contains("", left);
        Assert.Contains("old=2", left);
    }

    /// <summary>The classic mistake, and the reason for a flush before a renaming.</summary>
    [Fact]
    public void Rename_BytesNotFlushed_MayPutNothingInThePlaceOfTheOldOnes()
    {
        DiskFile file = _disk.Create("new");
        _disk.Append(file, [2]);

        Assert.Contains("old=", CutsOf(() => _disk.Rename("new", "old", isOneChange: true)));
    }

    [Fact]
    public void Rename_OneChange_IsNeverSeenHalf() => Assert.Equal(
        ["old=1", "new=1"], CutsOf(() => _disk.Rename("old", "new", isOneChange: true)));

    [Fact]
    public void Rename_TwoChanges_LeavesEitherNameBothOrNone() => Assert.Equal(
        ["old=1", "new=1 old=1", "", "new=1"], CutsOf(() => _disk.Rename("old", "new", isOneChange: false)));

    [Fact]
    public void ForEachCut_CheckThrows_LetsTheOperationEndAndThenTellsOfWhichCut()
    {
        bool isOver = false;

        InvalidOperationException told = Assert.Throws<InvalidOperationException>(() => _disk.ForEachCut(
            () =>
            {
                _disk.Remove("old");
                isOver = true;
            },
            image => Assert.NotEmpty(image.Files)));

        Assert.True(isOver);
        Assert.StartsWith("cut when old removed (2), names 1: ", told.Message, StringComparison.Ordinal);
    }

    /// <summary>What may be left, each once, in the order in which it was told.</summary>
    private string[] CutsOf(Action operation)
    {
        List<string> left = [];
        _disk.ForEachCut(operation, image => left.Add(Written(image)));
        return [.. left.Distinct()];
    }

    private static string Written(CutImage image) => string.Join(
        ' ', image.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={string.Join(',', f.Value)}"));

    private static CutImage Holding(string file)
    {
        string[] parts = file.Split('=');
        return new(new Dictionary<string, byte[]> { [parts[0]] = [byte.Parse(parts[1], null)] }, "at the start");
    }
}
