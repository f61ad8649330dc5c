using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.App;

/// <summary>
/// Power lost before every single storage operation of sealing, opening and drilling: state, counter and log are all
/// old or all new, and no code was seen that is not counted.
/// </summary>
public class SealPowerCutTests
{
    [Theory]
    [InlineData("seal")]
    [InlineData("open")]
    [InlineData("drill")]
    public void Change_CutAtAnyOperation_IsWholeOrNotThere(string change)
    {
        int cuts = 0;
        while (Cut(change, cuts))
        {
            cuts++;
        }

        // Two copies of the state are replaced and appended, and committed.
        Assert.InRange(cuts, 5, 200);
    }

    /// <returns>False if the change was over before the cut.</returns>
    private static bool Cut(string change, int operation)
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b");
        if (change != "seal")
        {
            bench.SealIt();
        }

        string before = Describe(bench);
        int first = bench.Storage.Operations;
        bool sawCode = false;
        bench.Storage.LosesPower = number => number == first + operation;
        bool wasCut = false;
        try
        {
            Make(change, bench);
        }
        catch (PowerLostException)
        {
            wasCut = true;
            sawCode = PanelDigits.Read(bench.Panel.Snapshot(), 6) is not null;
        }

        bench.Storage.LosesPower = _ => false;
        bench.Button.IsPressed = false;
        bench.Restart();
        bench.Link.TakeSent();
        Assert.Equal(VaultHealth.Good, Vaults.Load(bench.Storage).Health);
        string after = Describe(bench);
        string expected = Expected(change, before);
        if (!wasCut)
        {
            Assert.Equal(expected, after);
            return false;
        }

        Assert.True(after == before || after == expected, $"cut at {operation}: {after}");
        Assert.False(sawCode && change == "open" && after == before, "a code was seen before its opening was counted");

        // Whatever was left, the token goes on from there.
        if (bench.SealOf().IsSealed)
        {
            long openings = bench.SealOf().Openings;
            bench.BreakSeal();
            Assert.Equal((false, openings + 1), (bench.SealOf().IsSealed, bench.SealOf().Openings));
        }

        return true;
    }

    private static void Make(string change, TokenBench bench)
    {
        switch (change)
        {
            case "seal":
                Assert.Equal(Status.Ok, bench.AskAndAgree(Command.Seal, Request.Seal(7)).Status);
                break;
            case "open":
                bench.BreakSeal();
                break;
            default:
                TokenReply reply = bench.AskAndAgree(Command.Drill, Request.Drill(bench.UnixSeconds()));
                Assert.True(reply.As<DrillReply>().IsRecorded);
                break;
        }
    }

    private static string Expected(string change, string before) => (change, before) switch
    {
        ("seal", "open 0 openings, not drilled, 4 events") => "sealed 0 openings, not drilled, 5 events",
        ("open", "sealed 0 openings, not drilled, 5 events") => "open 1 openings, not drilled, 6 events",
        ("drill", "sealed 0 openings, not drilled, 5 events") => "sealed 0 openings, drilled, 6 events",
        _ => throw new ArgumentException($"{change} from {before}", nameof(before)),
    };

    private static string Describe(TokenBench bench)
    {
        SealState seal = bench.SealOf();
        long events = Vaults.Load(bench.Storage).State.Log.Total;
        return $"{(seal.IsSealed ? "sealed" : "open")} {seal.Openings} openings, "
            + $"{(seal.DrillUnixSeconds > 0 ? "drilled" : "not drilled")}, {events} events";
    }
}
