using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;

namespace HwToken.Device.Tests.Requests;

public class RenameAccountTests
{
    private readonly TokenBench _bench = TokenBench.WithAccounts("a", "b", "c");

    [Fact]
    public void Press_NewName_KeepsKeyAndPlace()
    {
        _bench.Ask(Command.RenameAccount, Request.RenameAccount("b", "new"));
        Assert.True(_bench.Shows(screen =>
        {
            screen.AskRename(Request.Text("b"), Request.Text("new"));
            screen.ShowWait(30, 30);
        }));
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Status.Ok, Assert.Single(_bench.TakeReplies()).Status);
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.AccountRenamed, Request.Text("new"))));
        Assert.Equal(["a", "new", "c"], Names());

        GetCodeReply code = _bench.AskAndAgree(Command.GetCode, Request.GetCode("new")).As<GetCodeReply>();
        Assert.Equal(ReferenceTotp.Code(TokenBench.KeyOf("b"), code.TimeStep), $"{code.Code:D6}");
        Assert.Equal(Status.NoSuchAccount, _bench.Ask(Command.GetCode, Request.GetCode("b")).Status);
    }

    [Theory]
    [InlineData("nobody", "new", Status.NoSuchAccount)]
    [InlineData("nobody", "a", Status.NoSuchAccount)]
    [InlineData("b", "a", Status.AccountExists)]
    [InlineData("b", "b", Status.AccountExists)]
    [InlineData("b", "", Status.NameInvalid)]
    [InlineData("b", "new ", Status.NameInvalid)]
    public void Request_ThatCannotBeDone_IsRefusedAtOnce(string oldName, string newName, Status expected) =>
        Assert.Equal(expected, _bench.Ask(Command.RenameAccount, Request.RenameAccount(oldName, newName)).Status);

    [Fact]
    public void Storage_Refuses_TheOldNameStays()
    {
        _bench.Ask(Command.RenameAccount, Request.RenameAccount("b", "new"));
        _bench.LetRead();
        _bench.Storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
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
