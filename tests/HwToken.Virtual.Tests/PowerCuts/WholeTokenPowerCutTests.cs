using HwToken.Core.Protocol;
using HwToken.TestKit.Device;

namespace HwToken.Virtual.Tests.PowerCuts;

/// <summary>
/// Everything that changes what a token keeps, asked for over the link and agreed to on the button, cut at every write,
/// flush and renaming of its storage, torn and out of order, and at every byte that its clock chip gets. Whatever was
/// left: the token starts, and its owner finds all of the old or all of the new; what was answered, stays; and what was
/// not done can be done again.
/// </summary>
public class WholeTokenPowerCutTests
{
    private const string Pin = "258013";
    private const string NewPin = "112233";
    private const string WrongPin = "999999";
    private const int NewTries = 5;
    private static readonly string[] Keys = ["a", "b", "c"];

    public static TheoryData<string, string> Changes()
    {
        TheoryData<string, string> changes = [];
        foreach (string kind in CutToken.Kinds)
        {
            foreach (string change in (string[])[
                "add", "replace", "rename", "remove", "set PIN", "change PIN", "remove PIN", "right PIN", "wrong PIN",
                "last PIN, blocking", "last PIN, erasing", "wipe", "set clock", "jump clock", "adjust clock", "seal",
                "open", "drill"])
            {
                changes.Add(kind, change);
            }
        }

        return changes;
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_CutAnywhere_IsWholeOrNotThere(string kind, string change)
    {
        CutToken start = Prepared(kind, change);
        OwnersView old = ViewOf(start.Restarted().Bench, change);
        OwnersView[] stages = Stages(change, old, After(start, change));
        HashSet<OwnersView> seen = [];

        CutToken token = Ready(start, change);
        int cuts = token.ForEachCut(bench => Make(bench, change), (left, isOver) =>
        {
            OwnersView found = ViewOf(left.Restarted().Bench, change);
            Assert.Contains(found, isOver ? stages[^1..] : stages.AsEnumerable());
            seen.Add(found);
            bool showsCode = PanelDigits.Read(token.Bench.Panel.Snapshot(), 6) is not null;
            Assert.False(showsCode && change == "open" && found == old, "a code was seen before its opening was counted");
            if (found == old && stages.Length == 2)
            {
                Assert.Equal(stages[^1], After(left, change));
            }
        });

        Assert.Equal(stages.ToHashSet(), seen);
        Assert.True(seen.Count > 1);
        Assert.InRange(cuts, 20, int.MaxValue);
    }

    private static CutToken Prepared(string kind, string change)
    {
        CutToken token = CutToken.Create(kind);
        TokenBench bench = token.Bench;
        if (change != "set clock")
        {
            bench.SetClock();
        }

        bench.Put("a", TokenBench.KeyOf("a"));
        bench.Put("b", TokenBench.KeyOf("b"));
        if (change is "change PIN" or "remove PIN" or "right PIN" or "wrong PIN")
        {
            Assert.Equal(Status.Ok, bench.SetPin(Pin).Status);
        }
        else if (change.StartsWith("last PIN", StringComparison.Ordinal))
        {
            Assert.Equal(Status.Ok, bench.SetPin(Pin, maxTries: 3, erases: Erases(change)).Status);
            bench.LoseKeys();
            Assert.Equal(Status.PinWrong, bench.Unlock(WrongPin).Status);
            bench.Run(OwnersView.LongestPinWaitMs);
            Assert.Equal(Status.PinWrong, bench.Unlock(WrongPin).Status);
        }

        if (change is "open" or "drill")
        {
            bench.SealIt();
        }

        bench.RunUntilAsleep();
        return token;
    }

    private static CutToken Ready(CutToken start, string change)
    {
        CutToken token = start.Restarted();
        if (change is "change PIN" or "remove PIN")
        {
            Assert.Equal(Status.Ok, token.Bench.Unlock(Pin).Status);
        }

        // Behind a wrong PIN none is taken for a while, from the start on.
        token.Bench.Ask(Command.Info);
        token.Bench.Run(change.StartsWith("last PIN", StringComparison.Ordinal) ? OwnersView.LongestPinWaitMs : 0);
        return token;
    }

    /// <summary>
    /// What may be found, in order. A PIN is counted as wrong before it is checked; then it counts no longer, or the log
    /// tells of it: so a try has two steps, and a cut between them gives nothing back.
    /// </summary>
    private static OwnersView[] Stages(string change, OwnersView old, OwnersView @new)
    {
        OwnersView counted = old with { Pin = old.Pin.Replace("8 of 8", "7 of 8", StringComparison.Ordinal) };
        return change is "right PIN" or "wrong PIN" ? [old, counted, @new] : [old, @new];
    }

    private static OwnersView After(CutToken start, string change)
    {
        CutToken token = Ready(start, change);
        Make(token.Bench, change);
        return ViewOf(token.Restarted().Bench, change);
    }

    private static OwnersView ViewOf(TokenBench bench, string change)
    {
        OwnersView view = OwnersView.Of(bench, maxTries => maxTries == NewTries ? NewPin : Pin, Keys);

        // A log that has been erased begins anew, and whether it tells why depends on when the cut came.
        return Erases(change) ? view with { Events = 0 } : view;
    }

    private static bool Erases(string change) => change is "wipe" or "last PIN, erasing";

    private static void Make(TokenBench bench, string change)
    {
        TokenReply? reply = change switch
        {
            "add" => bench.AskAndAgree(Command.PutAccount, Request.PutAccount("c", TokenBench.KeyOf("c"))),
            "replace" => bench.AskAndAgree(
                Command.PutAccount, Request.PutAccount("a", TokenBench.KeyOf("c"), replace: true)),
            "rename" => bench.AskAndAgree(Command.RenameAccount, Request.RenameAccount("a", "c")),
            "remove" => bench.AskAndAgree(Command.DeleteAccount, Request.DeleteAccount("a")),
            "set PIN" or "change PIN" => bench.SetPin(NewPin, NewTries),
            "right PIN" => bench.Unlock(Pin),
            "wrong PIN" or "last PIN, blocking" or "last PIN, erasing" => bench.Unlock(WrongPin),
            "wipe" => bench.AskAndAgree(Command.Wipe),
            "remove PIN" => bench.AskAndAgree(Command.RemovePin),
            "set clock" => bench.AskAndAgree(Command.SetClock, Request.SetClock(TokenBench.FirstUnixSeconds)),
            "jump clock" => bench.AskAndAgree(Command.SetClock, Request.SetClock(bench.UnixSeconds() + 1_000_000)),
            "adjust clock" => bench.Ask(
                Command.AdjustClock, Request.AdjustClock((bench.UnixSeconds() * 1000) - 700, 700)),
            "seal" => bench.AskAndAgree(Command.Seal, Request.Seal(7)),
            "drill" => bench.AskAndAgree(Command.Drill, Request.Drill(bench.UnixSeconds())),
            _ => null,
        };
        if (reply is null)
        {
            bench.BreakSeal();
        }
        else
        {
            Assert.Equal(Expected(change), reply.Status);
        }
    }

    private static Status Expected(string change) => change switch
    {
        "wrong PIN" => Status.PinWrong,
        "last PIN, blocking" => Status.PinBlocked,
        "last PIN, erasing" => Status.PinErased,
        _ => Status.Ok,
    };
}
