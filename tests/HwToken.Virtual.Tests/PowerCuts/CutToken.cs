using HwToken.Device.Storage;
using HwToken.TestKit.Device;
using HwToken.TestKit.Storage;
using HwToken.Virtual.Chips;
using HwToken.Virtual.Storage;

namespace HwToken.Virtual.Tests.PowerCuts;

/// <summary>A whole token whose power can be cut at every change of its storage, and at every byte to its clock chip.</summary>
internal sealed class CutToken
{
    private const string StatePath = "/state";

    private readonly string _kind;
    private readonly CuttableDisk _disk;

    private CutToken(string kind, CuttableDisk disk, ManualTime time, SimulatedDs3231 chip)
    {
        _kind = kind;
        _disk = disk;
        _disk.TearsInSomeWays = !Effort.IsFull;
        Bench = new TokenBench(time, chip, Mount(kind, disk), wire => new TappedChip(wire, () => disk.TellCuts("a byte for the chip")));
    }

    /// <summary>
    /// "flash": the chip's files, as careless as they may be, and a DS3232. "state file": the virtual token's, down to
    /// the host's file system, and a DS3231.
    /// </summary>
    public static IReadOnlyList<string> Kinds { get; } = ["flash", "state file"];

    public TokenBench Bench { get; }

    /// <summary>A new token.</summary>
    public static CutToken Create(string kind)
    {
        ManualTime time = new();
        return new CutToken(kind, new CuttableDisk(), time, new SimulatedDs3231(time, isDs3232: kind == "flash"));
    }

    /// <summary>Runs an operation, and starts a token from all that a cut at any of its moments may have left.</summary>
    /// <param name="check">The token that was started, from a cut that came after the operation had returned or before.</param>
    /// <returns>How many tokens that were.</returns>
    public int ForEachCut(Action<TokenBench> operation, Action<CutToken, bool> check)
    {
        bool isOver = false;
        return _disk.ForEachCut(
            () =>
            {
                operation(Bench);
                isOver = true;
                _disk.TellCuts("the operation has returned");
            },
            image => check(Restarted(image), isOver));
    }

    /// <summary>The same token after its power was off and on, in good order.</summary>
    public CutToken Restarted() => Restarted(_disk.SwitchedOff());

    private CutToken Restarted(CutImage image)
    {
        ManualTime time = new(Bench.Time.NowMs);
        return new CutToken(_kind, new CuttableDisk(image), time, Bench.Chip.Copy(time));
    }

    private static AtomicStorage Mount(string kind, CuttableDisk disk) => new(kind == "flash"
        ? new CuttableFlash(disk)
        : new SimulatedFlash(FlashImage.Open(new CuttableHost(disk), StatePath, lockFile: null)));
}
