using HwToken.TestKit.Storage;
using HwToken.Virtual.Storage;

namespace HwToken.Virtual.Tests.PowerCuts;

/// <summary>The host's power goes at every write, flush, renaming and removal; what was not flushed arrives as it likes.</summary>
public class StateFilePowerCutTests
{
    private const string Path = "/state";
    private static readonly Dictionary<string, byte[]> Old = new() { ["accounts"] = [1, 2, 3], ["commit"] = [4] };
    private static readonly Dictionary<string, byte[]> New = new() { ["accounts"] = [5, 6, 7, 8, 9] };

    [Fact]
    public void Save_Cut_LeavesTheOldStateOrTheNewOneAndOnceDoneTheNewOne()
    {
        CuttableDisk disk = With(Old);
        FlashImage file = Open(disk);
        bool isDone = false;
        HashSet<bool> seen = [];

        disk.ForEachCut(
            () =>
            {
                file.Save(New);
                isDone = true;
                disk.TellCuts("save returned");
            },
            image =>
            {
                CuttableDisk left = new(image);
                bool isNew = Holds(left, New);
                Assert.True(isNew || (Holds(left, Old) && !isDone));
                Assert.Equal([Path], left.Names);
                seen.Add(isNew);
            });

        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void Save_CutThenCutAgainAtTheNextStart_LeavesTheOldStateOrTheNewOne()
    {
        CuttableDisk disk = With(Old);
        FlashImage file = Open(disk);

        disk.ForEachCut(
            () => file.Save(New),
            image =>
            {
                CuttableDisk left = new(image);
                left.ForEachCut(
                    () => Open(left),
                    again => Assert.True(Holds(new(again), Old) || Holds(new(again), New)));
            });
    }

    [Fact]
    public void Open_FirstTimeAndCut_LeavesNothingOrAnEmptyState()
    {
        CuttableDisk disk = new();

        disk.ForEachCut(() => Open(disk), image => Assert.Empty(Open(new(image)).Files));
    }

    private static CuttableDisk With(Dictionary<string, byte[]> files)
    {
        CuttableDisk disk = new();
        Open(disk).Save(files);
        return disk;
    }

    private static FlashImage Open(CuttableDisk disk) => FlashImage.Open(new CuttableHost(disk), Path, lockFile: null);

    private static bool Holds(CuttableDisk disk, Dictionary<string, byte[]> files)
    {
        Dictionary<string, byte[]> found = Open(disk).Files;
        return found.Count == files.Count
            && files.All(file => found.TryGetValue(file.Key, out byte[]? content) && content.SequenceEqual(file.Value));
    }
}
