using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Accounts;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;

namespace HwToken.Device.Tests.Requests;

public class PutAccountTests
{
    private const string Name = "arn:aws:iam::123456789012:mfa/alice";

    private readonly TokenBench _bench = TokenBench.WithAccounts(Name);

    [Fact]
    public void Press_NewAccount_IsStoredAndListedLast()
    {
        PutAccountRequest request = Request.PutAccount("b", TokenBench.KeyOf("b"), 8, 60, OtpAlgorithm.HmacSha256);
        _bench.Ask(Command.PutAccount, request);
        Assert.True(Shows(screen => screen.AskPut(Request.Text("b"), false)));
        Agree(Status.Ok);
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.AccountStored, Request.Text("b"))));

        ListAccountsReply list = _bench.Ask(Command.ListAccounts, Request.ListAccounts()).As<ListAccountsReply>();
        Assert.Equal(2, list.Total);
        AccountEntry entry = list.Entries[1];
        Assert.Equal(
            ("b", 8, 60, OtpAlgorithm.HmacSha256), (entry.Name.ToString(), entry.Digits, entry.Period, entry.Algorithm));
        AssertGivesCodesOf("b", TokenBench.KeyOf("b"), 8, 60, OtpAlgorithm.HmacSha256);
    }

    [Fact]
    public void Press_ReplaceOfAStoredAccount_PutsTheNewKeyInItsPlace()
    {
        byte[] newKey = TokenBench.KeyOf("new");
        _bench.Put("b", TokenBench.KeyOf("b"));
        _bench.Ask(Command.PutAccount, Request.PutAccount(Name, newKey, 7, replace: true));
        Assert.True(Shows(screen => screen.AskPut(Request.Text(Name), true)));
        Agree(Status.Ok);
        ListAccountsReply list = _bench.Ask(Command.ListAccounts, Request.ListAccounts()).As<ListAccountsReply>();
        Assert.Equal([Name, "b"], list.Entries.Take(list.Count).Select(entry => entry.Name.ToString()));
        AssertGivesCodesOf(Name, newKey, 7);
    }

    [Fact]
    public void Press_ReplaceOfNoStoredAccount_StoresItAsNew()
    {
        _bench.Ask(Command.PutAccount, Request.PutAccount("b", TokenBench.KeyOf("b"), replace: true));
        Assert.True(Shows(screen => screen.AskPut(Request.Text("b"), false)));
        Agree(Status.Ok);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(32)]
    [InlineData(40)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void Press_KeyOfAnyLength_GivesItsCodes(int length)
    {
        byte[] key = TokenBench.KeyOf("b", length);
        _bench.Put("b", key);
        AssertGivesCodesOf("b", key);
    }

    [Fact]
    public void Hold_NewAccount_StoresNothing()
    {
        Dictionary<string, byte[]> before = _bench.Storage.Copy();
        _bench.Ask(Command.PutAccount, Request.PutAccount("b", TokenBench.KeyOf("b")));
        _bench.LetRead();
        _bench.Hold();
        Assert.Equal(Status.Declined, Assert.Single(_bench.TakeReplies()).Status);
        Assert.True(_bench.Storage.HoldsTheSameAs(before));
    }

    [Fact]
    public void Request_TakenName_IsRefusedUnlessItReplaces() =>
        Assert.Equal(Status.AccountExists, _bench.Ask(Command.PutAccount, Request.PutAccount(Name, [1])).Status);

    /// <summary>Two names with one id can be made: 64 bits of SHA-1 collide after some 2^32 attempts.</summary>
    [Fact]
    public void Request_OtherNameWithAStoredId_IsRefusedEvenIfItReplaces()
    {
        var forged = new AccountRecord { KeyLength = 1 };
        Request.Id("b").CopyTo(forged.Id, 0);
        Assert.True(forged.Entry.Name.TrySet("not b"));
        Assert.Equal(Status.Ok, Vaults.Load(_bench.Storage).Accounts.Add(forged));
        _bench.Restart();
        Assert.Equal(Status.AccountExists, _bench.Ask(Command.PutAccount, Request.PutAccount("b", [1], replace: true)).Status);
    }

    [Fact]
    public void Request_FullToken_TakesOnlyReplacements()
    {
        for (int i = 1; i < Limits.Accounts; i++)
        {
            _bench.Put($"{i}", [1]);
        }

        Assert.Equal(Status.AccountsFull, _bench.Ask(Command.PutAccount, Request.PutAccount("b", [1])).Status);
        Assert.Equal(Status.AccountsFull, _bench.Ask(Command.PutAccount, Request.PutAccount("b", [1], replace: true)).Status);
        Assert.Equal(Status.AwaitingPress, _bench.Ask(Command.PutAccount, Request.PutAccount("7", [1], replace: true)).Status);
    }

    [Theory]
    [InlineData("", Status.NameInvalid)]
    [InlineData(" a", Status.NameInvalid)]
    [InlineData("a\u0007", Status.NameInvalid)]
    [InlineData("a\u200Bb", Status.NameInvalid)]
    public void Request_NameThatPretends_IsRefused(string name, Status expected) =>
        Assert.Equal(expected, _bench.Ask(Command.PutAccount, Request.PutAccount(name, [1])).Status);

    [Theory]
    [InlineData(5, 30, 0)]
    [InlineData(9, 30, 0)]
    [InlineData(6, 0, 0)]
    [InlineData(6, 30, 2)]
    public void Request_ParameterOutOfRange_IsRefused(int digits, int period, int algorithm) =>
        Assert.Equal(
            Status.ParameterInvalid,
            _bench.Ask(Command.PutAccount, Request.PutAccount("b", [1], digits, period, (OtpAlgorithm)algorithm)).Status);

    [Fact]
    public void Request_EmptyKey_IsRefused() =>
        Assert.Equal(Status.KeyInvalid, _bench.Ask(Command.PutAccount, Request.PutAccount("b", [])).Status);

    [Fact]
    public void Storage_RefusesAnyWrite_NothingIsStoredAndTheTokenSaysSo()
    {
        Dictionary<string, byte[]> before = _bench.Storage.Copy();
        int operations = CountOperationsOfAPut();
        int refusedWrites = 0;
        for (int refused = 0; refused < operations; refused++)
        {
            var bench = new TokenBench(before);
            bench.Ask(Command.PutAccount, Request.PutAccount("b", TokenBench.KeyOf("b")));
            bench.LetRead();
            int first = bench.Storage.Operations;
            bool isRefused = false;
            bench.Storage.Refuses = (number, operation) =>
            {
                bool refuses = number - first == refused && operation != nameof(MemoryStorage.Read);
                isRefused |= refuses;
                return refuses;
            };
            bench.Press();
            if (!isRefused)
            {
                continue;
            }

            refusedWrites++;
            bench.Storage.Refuses = (_, _) => false;
            Assert.Equal(Status.StorageFailed, Assert.Single(bench.TakeReplies()).Status);
            Assert.True(bench.Shows(screen => screen.ShowOutcome(Outcome.StorageFailed, Request.Text("b"))));
            Assert.True(bench.Storage.HoldsTheSameAs(before));
            ListAccountsReply list = bench.Ask(Command.ListAccounts, Request.ListAccounts()).As<ListAccountsReply>();
            Assert.Equal((1, Name), (list.Total, list.Entries[0].Name.ToString()));
        }

        Assert.InRange(refusedWrites, 10, int.MaxValue);
    }

    /// <summary>One copy that cannot be read, once, costs nothing: there is another.</summary>
    [Fact]
    public void Storage_RefusesAnyRead_TheAccountIsStored()
    {
        Dictionary<string, byte[]> before = _bench.Storage.Copy();
        int operations = CountOperationsOfAPut();
        for (int refused = 0; refused < operations; refused++)
        {
            var bench = new TokenBench(before);
            bench.Ask(Command.PutAccount, Request.PutAccount("b", TokenBench.KeyOf("b")));
            bench.LetRead();
            int first = bench.Storage.Operations;
            bench.Storage.Refuses = (number, operation) =>
                number - first == refused && operation == nameof(MemoryStorage.Read);
            bench.Press();
            Assert.Equal(Status.Ok, Assert.Single(bench.TakeReplies()).Status);
        }
    }

    [Fact]
    public void Power_LostBeforeAnyOperation_TheOldAccountsAreThere()
    {
        Dictionary<string, byte[]> before = _bench.Storage.Copy();
        int operations = CountOperationsOfAPut();
        for (int lost = 0; lost < operations; lost++)
        {
            var bench = new TokenBench(before);
            bench.Ask(Command.PutAccount, Request.PutAccount("b", TokenBench.KeyOf("b")));
            bench.LetRead();
            int first = bench.Storage.Operations;
            bench.Storage.LosesPower = number => number - first == lost;
            Assert.Throws<PowerLostException>(() => bench.Press());
            bench.Storage.LosesPower = _ => false;
            bench.Restart();
            ListAccountsReply list = bench.Ask(Command.ListAccounts, Request.ListAccounts()).As<ListAccountsReply>();
            Assert.Equal((1, Name), (list.Total, list.Entries[0].Name.ToString()));
        }
    }

    private int CountOperationsOfAPut()
    {
        var bench = new TokenBench(_bench.Storage.Copy());
        bench.Ask(Command.PutAccount, Request.PutAccount("b", TokenBench.KeyOf("b")));
        bench.LetRead();
        int before = bench.Storage.Operations;
        bench.Press();
        Assert.Equal(Status.Ok, Assert.Single(bench.TakeReplies()).Status);
        return bench.Storage.Operations - before;
    }

    private void Agree(Status expected)
    {
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(expected, Assert.Single(_bench.TakeReplies()).Status);
    }

    private void AssertGivesCodesOf(
        string name, byte[] key, int digits = 6, int period = 30, OtpAlgorithm algorithm = OtpAlgorithm.HmacSha1)
    {
        GetCodeReply reply = _bench.AskAndAgree(Command.GetCode, Request.GetCode(name)).As<GetCodeReply>();
        Assert.Equal(_bench.UnixSeconds() / period, reply.TimeStep);
        Assert.Equal(digits, reply.Digits);
        Assert.Equal(ReferenceTotp.Code(key, reply.TimeStep, digits, algorithm), $"{reply.Code}".PadLeft(digits, '0'));
    }

    private bool Shows(Action<Screens> question) => _bench.Shows(screen =>
    {
        question(screen);
        screen.ShowWait(30, 30);
    });
}
