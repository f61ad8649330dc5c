using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Tests.SelfTest;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

/// <summary>Plays every command in every state against a whole token, and compares with the README's table.</summary>
public class CommandRulesTests
{
    private static readonly string[] Tables = ["commands", "sealed"];

    private const string Account = "a";
    private const string AnyOther = "any other";
    private const string Pin = "2580";

    public static IEnumerable<object[]> Cells => AllCells().Select(cell => new[] { cell.Command, cell.State, cell.Status });

    public static IEnumerable<object[]> RefusedCells =>
        AllCells().Where(cell => !IsTaken(cell.Status)).Select(cell => new[] { cell.Command, cell.State });

    [Theory]
    [MemberData(nameof(Cells))]
    public void Command_InAState_IsAnsweredAsTheTableSays(string command, string state, string status)
    {
        TokenBench bench = InState(state);
        foreach (Command sent in CommandsOf(command))
        {
            Status answer = FirstReply(bench, sent, RequestOf(bench, sent));
            Assert.Equal(status, answer.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(RefusedCells))]
    public void Command_Refused_ChangesNeitherStateNorStorage(string command, string state)
    {
        TokenBench bench = InState(state);
        TokenState before = StateOf(bench);
        Dictionary<string, byte[]> stored = bench.Storage.Copy();
        foreach (Command sent in CommandsOf(command))
        {
            FirstReply(bench, sent, RequestOf(bench, sent));
            Assert.Equal(before, StateOf(bench));
            Assert.True(bench.Storage.HoldsTheSameAs(stored));
        }
    }

    [Theory]
    [InlineData("commands")]
    [InlineData("sealed")]
    public void Table_Rows_AreAllCommands(string table) =>
        Assert.Equal(
            Enum.GetNames<Command>().Append(AnyOther), ReadmeTable.Rows(table).Select(row => row[0]));

    [Fact]
    public void Table_Columns_AreTheStatesThatHelloTells()
    {
        TokenState[] told = [.. Tables.SelectMany(t => ReadmeTable.Heading(t).Skip(1)).Select(state => StateOf(InState(state)))];
        Assert.Equal(
            [
                TokenState.Ready, TokenState.Ready, TokenState.Asking, TokenState.AwaitingStep, TokenState.Faulted, TokenState.Asking,
                TokenState.Asking, TokenState.Locked, TokenState.Asking, TokenState.Asking, TokenState.Locked, TokenState.Locked,
                TokenState.Asking, TokenState.Ready, TokenState.Faulted, TokenState.Locked,
                TokenState.Ready, TokenState.Asking, TokenState.Asking,
            ],
            told);
    }

    private static bool IsTaken(string status) => status is nameof(Status.Ok) or nameof(Status.AwaitingPress) or nameof(Status.Working);

    private static IEnumerable<(string Command, string State, string Status)> AllCells()
    {
        return
            from table in Tables
            from row in ReadmeTable.Rows(table)
            from cell in ReadmeTable.Heading(table).Zip(row).Skip(1)
            select (row[0], cell.First, cell.Second);
    }

    private static IEnumerable<Command> CommandsOf(string row) => row == AnyOther
        ? Enumerable.Range(0, 256).Select(number => (Command)number).Where(command => !Enum.IsDefined(command))
        : [Enum.Parse<Command>(row)];

    private static TokenBench InState(string state)
    {
        TokenBench bench = state switch
        {
            _ when state.StartsWith("locked", StringComparison.Ordinal) => PinOwner.LockedBench(Pin, accounts: Account),
            _ when state.StartsWith("blocked", StringComparison.Ordinal) => Blocked(),
            _ => TokenBench.WithAccounts(Account),
        };
        if (state.StartsWith("faulted", StringComparison.Ordinal))
        {
            Vaults.DamageState(bench.Storage);
            bench.Restart();
        }

        if (state.StartsWith("sealed", StringComparison.Ordinal))
        {
            bench.SealIt();
        }

        switch (state)
        {
            case "ready, PIN set":
                bench.SetPin(Pin);
                bench.Run(PinLock.FreshMs);
                break;
            case "sealed, asking":
                Assert.Equal(Status.AwaitingPress, bench.Ask(Command.Drill, Request.Drill(bench.UnixSeconds())).Status);
                break;
            case "sealed, PIN letters":
                bench = SealedWithLetters();
                break;
            case "locked, asking":
                Assert.Equal(Status.AwaitingPress, bench.Ask(Command.Unlock).Status);
                break;
            case "PIN letters":
                Assert.Equal(Status.Ok, bench.AskAndAgree(Command.SetPin, Request.SetPin()).Status);
                break;
            case "locked, PIN letters":
                Assert.Equal(Status.Ok, bench.AskAndAgree(Command.Unlock).Status);
                break;
            case "locked, PIN wheel":
                bench.Press();
                bench.Press();
                break;
            case "awaiting step":
                long next = (bench.UnixSeconds() / 30) + 1;
                Assert.Equal(
                    Status.AwaitingPress, bench.Ask(Command.GetCode, Request.GetCode(Account, notBeforeStep: next)).Status);
                bench.LetRead();
                bench.Press();
                Assert.Equal(Status.AwaitingStep, bench.TakeReplies().Single().Status);
                break;
            case "self-test" or "faulted, self-test" or "locked, self-test":
                bench.OpenSelfTest();
                break;
            case "asking" or "faulted, asking" or "blocked, asking":
                Assert.Equal(Status.AwaitingPress, bench.Ask(Command.Wipe).Status);
                break;
        }

        return bench;
    }

    private static TokenBench Blocked()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, maxTries: 3, accounts: Account);
        for (int i = 0; i < 3; i++)
        {
            bench.Unlock("0000");
            bench.Run(10_000);
        }

        return bench;
    }

    private static TokenBench SealedWithLetters()
    {
        TokenBench bench = TokenBench.WithAccounts(Account);
        bench.SetPin(Pin);
        bench.SealIt();
        Assert.Equal(Status.Ok, bench.AskAndAgree(Command.Unlock).Status);
        return bench;
    }

    private static IMessage RequestOf(TokenBench bench, Command command) => command switch
    {
        Command.ListAccounts => Request.ListAccounts(),
        Command.PutAccount => Request.PutAccount("b", TokenBench.KeyOf("b")),
        Command.RenameAccount => Request.RenameAccount(Account, "b"),
        Command.DeleteAccount => Request.DeleteAccount(Account),
        Command.GetCode => Request.GetCode(Account),
        Command.SetPin => Request.SetPin(),
        Command.EnterPin => Request.EnterPin(0, 1, 2, 3),
        Command.SetClock => Request.SetClock(TokenBench.FirstUnixSeconds),
        Command.AdjustClock => Request.AdjustClock(bench.UnixSeconds() * 1000, offsetMs: 0),
        Command.Seal => Request.Seal(7),
        Command.ReadAudit => Request.ReadAudit(),
        Command.Drill => Request.Drill(TokenBench.FirstUnixSeconds),
        _ => new Empty(),
    };

    private static TokenState StateOf(TokenBench bench) => bench.Ask(Command.Hello).As<HelloReply>().State;

    /// <summary>The first reply to this request: a Cancel has the cancelled one's before it.</summary>
    private static Status FirstReply(TokenBench bench, Command command, IMessage request)
    {
        int sequence = bench.Send(command, request);
        if (command == Command.CompareClock)
        {
            // Answered when the next second begins.
            bench.Run(1000);
        }

        return bench.TakeReplies().First(reply => reply.Sequence == sequence).Status;
    }
}
