using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

public class DeleteAccountTests
{
    private readonly TokenBench _bench = TokenBench.WithAccounts("a", "b", "c");

    [Fact]
    public void Press_Account_IsGoneAndItsKeyToo()
    {
        _bench.Ask(Command.DeleteAccount, Request.DeleteAccount("b"));
        Assert.True(_bench.Shows(screen =>
        {
            screen.AskDelete(Request.Text("b"));
            screen.ShowWait(30, 30);
        }));
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Status.Ok, Assert.Single(_bench.TakeReplies()).Status);
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.AccountDeleted, Request.Text("b"))));
        Assert.Equal(["a", "c"], Names());
        Assert.DoesNotContain(_bench.Storage.Files.Values, file => file.AsSpan().IndexOf(TokenBench.KeyOf("b")) >= 0);
    }

    [Fact]
    public void Press_LastAccount_LeavesNone()
    {
        foreach (string name in new[] { "a", "b", "c" })
        {
            Assert.Equal(Status.Ok, _bench.AskAndAgree(Command.DeleteAccount, Request.DeleteAccount(name)).Status);
        }

        Assert.Empty(Names());
    }

    [Fact]
    public void Request_UnknownAccount_IsRefusedAtOnce() =>
        Assert.Equal(Status.NoSuchAccount, _bench.Ask(Command.DeleteAccount, Request.DeleteAccount("d")).Status);

    [Fact]
    public void Storage_Refuses_TheAccountStays()
    {
        _bench.Ask(Command.DeleteAccount, Request.DeleteAccount("b"));
        _bench.LetRead();
        _bench.Storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Append);
        _bench.Press();
        Assert.Equal(Status.StorageFailed, Assert.Single(_bench.TakeReplies()).Status);
        Assert.Equal(["a", "b", "c"], Names());
    }

    private IEnumerable<string> Names()
    {
        ListAccountsReply list = _bench.Ask(Command.ListAccounts, Request.ListAccounts()).As<ListAccountsReply>();
        return list.Entries.Take(list.Count).Select(entry => entry.Name.ToString());
    }
}
