using HwToken.Client.Accounts;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Client.Tests.Peers;
using HwToken.Client.Transports;
using HwToken.TestKit.Device;
using HwToken.Virtual;
using HwToken.Virtual.Links;

namespace HwToken.Client.Tests.EndToEnd;

/// <summary>The client and a virtual token over the lines that there are, in real time.</summary>
[Trait(Real.Name, Real.Yes)]
public sealed class RealLineTests : IDisposable
{
    private static readonly TokenAccount Alice = new("arn:aws:iam::123456789012:mfa/alice");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public Task PutAccountAsync_PseudoTerminal_IsStored() => StoresAsync(LinkAddress.Parse(_folder["token"]));

    [Fact]
    public Task PutAccountAsync_Tcp_IsStored() => StoresAsync(LinkAddress.Parse("tcp:127.0.0.1:0"));

    [UnixFact]
    public async Task GetCodeAsync_UnpluggedWhileTheTokenAsks_SaysSo()
    {
        VirtualTokenOptions options = new()
        {
            Link = LinkAddress.Parse(_folder["token"]), StateFile = _folder["state"], ClockOffset = TimeSpan.Zero,
        };
        await using (VirtualToken preparing = VirtualToken.Start(options with { AgreeAfter = TimeSpan.Zero }))
        {
            await using TokenClient storing = await ConnectAsync(preparing);
            await storing.PutAccountAsync(Alice, new byte[20]);
        }

        await using VirtualToken token = VirtualToken.Start(options);
        await using TokenClient client = await ConnectAsync(token);
        var asking = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task code = client.GetCodeAsync(new CodeRequest(Alice.Name), new Signal(asking));
        await asking.Task;

        await token.DisposeAsync();

        await Assert.ThrowsAsync<TokenUnpluggedException>(() => code);
    }

    [Fact]
    public async Task PutAccountAsync_Done_LeavesTheKeyNowhereInTheClient()
    {
        await using VirtualToken token = VirtualToken.Start(
            new VirtualTokenOptions { Link = LinkAddress.Parse("tcp:127.0.0.1:0"), AgreeAfter = TimeSpan.Zero });
        await using TokenClient client = await ConnectAsync(token);
        byte[] key = [.. "1234567890123456789012345678901234567890"u8];
        byte[] given = [.. key];

        await client.PutAccountAsync(Alice, given);

        Assert.Empty(SecretSearch.Find(client, key.AsSpan(0, 8)));
        Assert.Equal(key, given);
    }

    private async Task StoresAsync(LinkAddress link)
    {
        await using VirtualToken token = VirtualToken.Start(new VirtualTokenOptions { Link = link, AgreeAfter = TimeSpan.Zero });
        await using TokenClient client = await ConnectAsync(token);

        await client.PutAccountAsync(Alice, new byte[20]);

        Assert.Equal("virtual", (await client.GetInfoAsync()).Board);
        Assert.Equal([Alice], await client.ListAccountsAsync());
    }

    private Task<TokenClient> ConnectAsync(VirtualToken token) =>
        new TokenFinder(new TokenFinderOptions { LockFolder = _folder["locks"] }).ConnectAsync(PortAddress.Parse(token.LinkPath));

    private sealed class Signal(TaskCompletionSource signal) : IProgress<TokenWait>
    {
        public void Report(TokenWait value) => signal.TrySetResult();
    }
}
