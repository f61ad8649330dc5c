using HwToken.Client.Accounts;
using HwToken.Client.Errors;
using HwToken.Client.Tests.Peers;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Tests.Accounts;

public class AccountLookupTests
{
    private const string Alice = "arn:aws:iam::123456789012:mfa/alice";
    private const string Root = "arn:aws-us-gov:iam::210987654321:mfa/div/root-account-mfa-device";
    private const string Hub = "github:alice-example";
    private const string Lab = "gitlab:bob";

    private static readonly TokenAccount[] All = [.. new[] { Alice, Root, Hub, Lab }.Select(name => new TokenAccount(name))];

    [Theory]
    [InlineData(Alice, Alice)]
    [InlineData("GITHUB:ALICE-EXAMPLE", Hub)]
    [InlineData("alice", Alice)] // also in the name of the other account, but there only a part of the last part
    [InlineData("Alice", Alice)]
    [InlineData("root-account-mfa-device", Root)]
    [InlineData("bob", Lab)]
    [InlineData("gitlab", Lab)]
    [InlineData("2109", Root)]
    [InlineData("example", Hub)]
    public void Find_NameOrPart_IsTheAccountMeant(string typed, string expected) =>
        Assert.Equal(expected, AccountLookup.Find(typed, All).Name);

    [Fact]
    public void Find_NameThatIsAlsoAPartOfOthers_IsThatName()
    {
        TokenAccount[] accounts = [new("aws"), new("aws:alice"), new("aws:bob")];

        Assert.Equal("aws", AccountLookup.Find("aws", accounts).Name);
    }

    [Theory]
    [InlineData("git", new[] { Hub, Lab })]
    [InlineData("mfa", new[] { Alice, Root })]
    public void Find_SeveralFit_ListsThem(string typed, string[] candidates)
    {
        var e = Assert.Throws<AmbiguousAccountException>(() => AccountLookup.Find(typed, All));

        Assert.Equal(candidates, e.Candidates);
        Assert.All(candidates, c => Assert.Contains(c, e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Find_TwoUsersOfOneName_AreAmbiguous()
    {
        TokenAccount[] accounts = [new(Alice), new("arn:aws:iam::999999999999:mfa/alice")];

        Assert.Throws<AmbiguousAccountException>(() => AccountLookup.Find("alice", accounts));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Find_NothingTyped_IsTheOnlyAccount(string? typed)
    {
        Assert.Equal(Lab, AccountLookup.Find(typed, [new TokenAccount(Lab)]).Name);
        Assert.Equal(4, Assert.Throws<AmbiguousAccountException>(() => AccountLookup.Find(typed, All)).Candidates.Count);
        var e = Assert.Throws<AccountNotFoundException>(() => AccountLookup.Find(typed, []));
        Assert.Equal("the token has no account", e.Message);
        Assert.Contains("hwtoken accounts add", e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_Misspelt_OffersNearNames()
    {
        var e = Assert.Throws<AccountNotFoundException>(() => AccountLookup.Find("alcie", All));

        Assert.Equal(("alcie", TokenFailure.Refused), (e.Name, e.Kind));
        Assert.Equal([Alice], e.NearNames);
        Assert.Equal($"did you mean {Alice}?", e.Hint);
    }

    [Fact]
    public async Task ResolveAsync_MfaSerial_DoesNotAskTheToken()
    {
        var bench = new Bench();
        TokenClient client = await bench.ConnectAsync();

        Assert.Equal(Alice, await client.ResolveAccountAsync(Alice));
        Assert.Empty(bench.Asked);
    }

    [Fact]
    public async Task ResolveAsync_MfaSerialLongerThanANameMayBe_IsTheShortName()
    {
        TokenClient client = await new Bench().ConnectAsync();

        Assert.Equal(
            "123456789012:alexander.hamilton@corp.example.com",
            await client.ResolveAccountAsync("arn:aws:iam::123456789012:mfa/alexander.hamilton@corp.example.com"));
    }

    [Fact]
    public async Task ResolveAsync_Part_LooksItUpOnTheToken()
    {
        var bench = new Bench();
        bench.Token.On(Command.ListAccounts, r =>
        {
            var page = new ListAccountsReply { Total = 1, Count = 1 };
            page.Entries[0].Name.TrySet(Lab);
            return [r.Ok(page)];
        });
        TokenClient client = await bench.ConnectAsync();

        Assert.Equal(Lab, await client.ResolveAccountAsync("bob"));
    }
}

public class AccountNotFoundExceptionTests
{
    private const string Alice = "arn:aws:iam::123456789012:mfa/alice";
    private const string OfTheQrCode = "Amazon Web Services:alice@123456789012";

    private static string HintFor(string name, params string[] accounts) => Assert.Throws<AccountNotFoundException>(
        () => AccountLookup.Find(name, [.. accounts.Select(a => new TokenAccount(a))])).Hint;

    [Theory]
    [InlineData(OfTheQrCode, "\"Amazon Web Services:alice@123456789012\"")]
    [InlineData("Amazon Web Services:alice@acme", "\"Amazon Web Services:alice@acme\"")]
    [InlineData("aws:alice", "aws:alice")]
    public void Hint_ArnAskedForAndANearNameThatIsNone_IsToRenameIt(string near, string argument) => Assert.Equal(
        $"did you mean {near}? AWS commands find it after: hwtoken accounts rename {argument} {Alice}", HintFor(Alice, near));

    [Theory]
    [InlineData(Alice, "arn:aws:iam::123456789012:mfa/alicia")]
    [InlineData(Alice, "Amazon Web Services:alice@210987654321")] // of another AWS account
    [InlineData(Alice, "a'alice'")]
    [InlineData("alcie", "alice")]
    [InlineData(
        "arn:aws:iam::210987654321:mfa/alexander.hamilton@corp.example.com", "123456789012:alexander.hamilton@corp.example.com")]
    public void Hint_NearNameThatCannotBeTheDevices_IsNotToRenameIt(string name, string near) =>
        Assert.Equal($"did you mean {near}?", HintFor(name, near));

    [Fact]
    public void Hint_SeveralNearNames_RenamesTheNearest() => Assert.Equal(
        $"did you mean {OfTheQrCode} or arn:aws:iam::123456789012:mfa/alicf? AWS commands find it after: "
        + $"hwtoken accounts rename \"{OfTheQrCode}\" {Alice}",
        HintFor(Alice, "arn:aws:iam::123456789012:mfa/alicf", OfTheQrCode));
}
