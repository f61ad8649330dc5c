using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.App;

/// <summary>Plays every command in every state against a whole token, and compares with the README's table.</summary>
public class CommandRulesTests
{
    private static readonly string[] Tables = ["commands", "sealed"];

    private const string Account = "a";
    private const string AnyOther = "any other";

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
            Status answer = FirstReply(bench, sent, RequestOf(sent));
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
            FirstReply(bench, sent, RequestOf(sent));
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
                TokenState.Ready, TokenState.Asking, TokenState.AwaitingStep, TokenState.Faulted, TokenState.Asking,
                TokenState.Ready, TokenState.Asking,
            ],
            told);
    }

    private static bool IsTaken(string status) => status is nameof(Status.Ok) or nameof(Status.AwaitingPress);

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
        TokenBench bench = TokenBench.WithAccounts(Account);
        if (state.StartsWith("faulted", StringComparison.Ordinal))
        {
            Vaults.DamageState(bench.Storage);
            bench.Restart();
        }

        if (state.StartsWith("sealed", StringComparison.Ordinal))
        {
            bench.SealIt();
        }

        if (state == "sealed, asking")
        {
            Assert.Equal(Status.AwaitingPress, bench.Ask(Command.Drill, Request.Drill(bench.UnixSeconds())).Status);
        }
        else if (state.EndsWith("asking", StringComparison.Ordinal))
        {
            Assert.Equal(Status.AwaitingPress, bench.Ask(Command.Wipe).Status);
        }
        else if (state == "awaiting step")
        {
            long next = (bench.UnixSeconds() / 30) + 1;
            Assert.Equal(Status.AwaitingPress, bench.Ask(Command.GetCode, Request.GetCode(Account, notBeforeStep: next)).Status);
            bench.LetRead();
            bench.Press();
            Assert.Equal(Status.AwaitingStep, bench.TakeReplies().Single().Status);
        }

        return bench;
    }

    private static IMessage RequestOf(Command command) => command switch
    {
        Command.ListAccounts => Request.ListAccounts(),
        Command.PutAccount => Request.PutAccount("b", TokenBench.KeyOf("b")),
        Command.RenameAccount => Request.RenameAccount(Account, "b"),
        Command.DeleteAccount => Request.DeleteAccount(Account),
        Command.GetCode => Request.GetCode(Account),
        Command.SetClock => Request.SetClock(TokenBench.FirstUnixSeconds),
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
        return bench.TakeReplies().First(reply => reply.Sequence == sequence).Status;
    }
}
