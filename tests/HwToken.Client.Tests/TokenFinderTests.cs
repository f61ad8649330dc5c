using HwToken.Client.Errors;
using HwToken.Client.Locks;
using HwToken.Client.Model;
using HwToken.Client.Tests.Peers;
using HwToken.Client.Transports;
using HwToken.Core.Protocol;
using HwToken.TestKit.Desktop;

namespace HwToken.Client.Tests;

/// <summary>With a real list of USB ports and real locks; the lines and the time are a desk's.</summary>
public sealed class TokenFinderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly UsbPorts _ports;
    private readonly TokenFinder _finder;
    private readonly Desk _desk = new();
    private readonly List<PortAddress> _waitedFor = [];
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TokenFinderTests()
    {
        _ports = new UsbPorts(_folder);
        _finder = Finder(TimeSpan.FromMinutes(10));
    }

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task ConnectAsync_OneToken_IsFound()
    {
        Plug("ttyUSB0", new ScriptedToken());

        await using TokenClient client = await _finder.ConnectAsync(null);

        Assert.Equal((ScriptedToken.Serial, _folder["dev", "ttyUSB0"]), (client.Serial, client.Port));
    }

    [UnixFact]
    public async Task ConnectAsync_NothingPluggedIn_SaysSo()
    {
        var e = await Assert.ThrowsAsync<NoTokenException>(() => _finder.ConnectAsync(null));

        Assert.Equal(("no token found", TokenFailure.NoToken), (e.Message, e.Kind));
        Assert.Contains("HWTOKEN_PORT", e.Hint, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task ConnectAsync_TokenAmongOtherThings_IsFoundAndTheOthersAreLeftOpenable()
    {
        Plug("ttyUSB0", BytePeer.Echo);
        Plug("ttyUSB1", BytePeer.Silent);
        Plug("ttyUSB2", new ScriptedToken());

        await using TokenClient client = await _finder.ConnectAsync(null);

        Assert.Equal(_folder["dev", "ttyUSB2"], client.Port);
        await (await _desk.OpenAsync(Address("ttyUSB0"), CancellationToken.None)).DisposeAsync();
    }

    [UnixFact]
    public async Task ConnectAsync_UnknownUsbDevice_IsNotWrittenTo()
    {
        bool touched = false;
        Plug("ttyACM0", new BytePeer(_ =>
        {
            touched = true;
            return [];
        }), "2341", "0043");

        var e = await Assert.ThrowsAsync<NoTokenException>(() => _finder.ConnectAsync(null));

        Assert.False(touched);
        Assert.Contains("ttyACM0 (2341:0043)", e.Hint, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task ConnectAsync_UnknownUsbDeviceThatIsNamed_IsGreeted()
    {
        Plug("ttyACM0", new ScriptedToken(), "303a", "1001");

        await using TokenClient client = await _finder.ConnectAsync(Address("ttyACM0"));

        Assert.Equal(ScriptedToken.Serial, client.Serial);
    }

    [UnixFact]
    public async Task ConnectAsync_NoTokenAmongThePorts_NamesTheOnesTried()
    {
        Plug("ttyUSB0", BytePeer.Echo);

        var e = await Assert.ThrowsAsync<NoTokenException>(() => _finder.ConnectAsync(null));

        Assert.Contains(_folder["dev", "ttyUSB0"], e.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task ConnectAsync_TwoTokens_ListsThemAndNamesTheCure()
    {
        Plug("ttyUSB0", new ScriptedToken());
        Plug("ttyUSB1", Other());

        var e = await Assert.ThrowsAsync<ManyTokensException>(() => _finder.ConnectAsync(null));

        Assert.Equal([ScriptedToken.Serial, "AAAAAAAH"], e.Tokens.Select(t => t.Serial));
        Assert.Equal(TokenFailure.NoToken, e.Kind);
        Assert.Contains($"{_folder["dev", "ttyUSB1"]} (AAAAAAAH)", e.Message, StringComparison.Ordinal);
        Assert.Contains("--port", e.Hint, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task ConnectAsync_TwoTokensAndAPort_IsTheOneNamed()
    {
        Plug("ttyUSB0", new ScriptedToken());
        Plug("ttyUSB1", Other());

        await using TokenClient client = await _finder.ConnectAsync(Address("ttyUSB1"));

        Assert.Equal("AAAAAAAH", client.Serial);
    }

    [UnixFact]
    public async Task ConnectAsync_UsedByAnotherHwToken_WaitsItsTurn()
    {
        Plug("ttyUSB0", new ScriptedToken());
        TokenClient other = await _finder.ConnectAsync(null);
        Task<TokenClient> connecting = _finder.ConnectAsync(Address("ttyUSB0"));
        await _waiting.Task;
        Assert.False(connecting.IsCompleted);

        await other.DisposeAsync();
        await using TokenClient client = await connecting;

        Assert.Equal([_folder["dev", "ttyUSB0"]], _waitedFor.Select(p => p.Text));
    }

    [UnixFact]
    public async Task ConnectAsync_TheOnlyTokenUsedByAnotherHwToken_WaitsItsTurn()
    {
        Plug("ttyUSB0", new ScriptedToken());
        TokenClient other = await _finder.ConnectAsync(null);
        Task<TokenClient> connecting = _finder.ConnectAsync(null);
        await _waiting.Task;

        await other.DisposeAsync();
        await using TokenClient client = await connecting;

        Assert.Equal(ScriptedToken.Serial, client.Serial);
    }

    [UnixFact]
    public async Task ConnectAsync_UsedByAnotherHwTokenForTooLong_IsBusy()
    {
        Plug("ttyUSB0", new ScriptedToken());
        await using TokenClient other = await _finder.ConnectAsync(null);

        var e = await Assert.ThrowsAsync<PortBusyException>(() => Finder(TimeSpan.FromMilliseconds(100)).ConnectAsync(Address("ttyUSB0")));

        Assert.True(e.IsUsedByHwToken);
    }

    [UnixFact]
    public async Task ConnectAsync_UsedByAnHwTokenOfAnotherFolder_WaitsItsTurn()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // There is no sign of it.
        }

        Plug("ttyUSB0", new ScriptedToken());
        TokenClient other = await Finder(TimeSpan.Zero, "others-locks").ConnectAsync(null);
        Task<TokenClient> connecting = _finder.ConnectAsync(null);
        await _waiting.Task;
        Assert.False(connecting.IsCompleted);

        await other.DisposeAsync();
        await using TokenClient client = await connecting;

        Assert.Equal(ScriptedToken.Serial, client.Serial);
        Assert.Equal([_folder["dev", "ttyUSB0"]], _waitedFor.Select(p => p.Text));
    }

    [UnixFact]
    public async Task ConnectAsync_UsedByAnHwTokenOfAnotherFolderForTooLong_IsBusy()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Plug("ttyUSB0", new ScriptedToken());
        await using TokenClient other = await Finder(TimeSpan.Zero, "others-locks").ConnectAsync(null);

        var e = await Assert.ThrowsAsync<PortBusyException>(() => Finder(TimeSpan.FromMilliseconds(100)).ConnectAsync(Address("ttyUSB0")));

        Assert.Equal((true, true), (e.IsUsedByHwToken, e.IsToken));
        Assert.Equal($"port busy: another hwtoken uses {_folder["dev", "ttyUSB0"]}", e.Message);
    }

    [UnixFact]
    public async Task ConnectAsync_VirtualTokenOfAnotherFolder_WaitsItsTurn()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        PortAddress port = PortAddress.Parse($"tcp:{listener.LocalEndpoint}");
        Task<TokenClient> connecting;
        using (var sign = new PortSign(port))
        {
            sign.Show();
            connecting = _finder.ConnectAsync(port);
            if (!Environment.IsPrivilegedProcess)
            {
                (await listener.AcceptSocketAsync()).Close();
            }

            await _waiting.Task;
            Assert.False(connecting.IsCompleted);
        }

        (await listener.AcceptSocketAsync()).Close();
        Assert.False((await Assert.ThrowsAsync<PortBusyException>(() => connecting)).IsUsedByHwToken);
    }

    [UnixFact]
    public async Task ConnectAsync_OneOfTwoTokensInUse_IsNotGuessed()
    {
        Plug("ttyUSB0", new ScriptedToken());
        Plug("ttyUSB1", Other());
        await using TokenClient other = await _finder.ConnectAsync(Address("ttyUSB0"));

        var e = await Assert.ThrowsAsync<ManyTokensException>(() => _finder.ConnectAsync(null));

        Assert.Contains("ttyUSB0 (in use by another hwtoken)", e.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task ConnectAsync_ManyAtOnce_EachGetsItsTurn()
    {
        Plug("ttyUSB0", new ScriptedToken());

        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            await using TokenClient client = await _finder.ConnectAsync(Address("ttyUSB0"));
            Assert.Equal(ScriptedToken.Serial, client.Serial);
        }));
    }

    [UnixFact]
    public async Task ConnectAsync_SeveralAtOnceBesideASilentBoard_EachGetsTheToken()
    {
        Plug("ttyUSB0", new ScriptedToken());
        Plug("ttyUSB1", BytePeer.Silent);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            await using TokenClient client = await _finder.ConnectAsync(null);
            Assert.Equal(_folder["dev", "ttyUSB0"], client.Port);
        }));
    }

    [UnixFact]
    public async Task ListAsync_SeveralAtOnceBesideASilentBoard_TellOfOneToken()
    {
        Plug("ttyUSB0", new ScriptedToken());
        Plug("ttyUSB1", BytePeer.Silent);

        IReadOnlyList<FoundToken>[] lists = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => _finder.ListAsync(null)));

        Assert.All(lists, tokens => Assert.Equal(_folder["dev", "ttyUSB0"], Assert.Single(tokens).Port.Path));
    }

    [UnixFact]
    public async Task ConnectAsync_OnlyPortHeldForTooLongByWhoHasFoundNothing_IsBusy()
    {
        Plug("ttyUSB0", new ScriptedToken());
        using PortLock other = await PortLock.AcquireAsync(
            _folder["locks"], Address("ttyUSB0"), TimeSpan.Zero, null, TimeProvider.System, CancellationToken.None);

        var e = await Assert.ThrowsAsync<PortBusyException>(() => Finder(TimeSpan.FromMilliseconds(100)).ConnectAsync(null));

        Assert.Equal((true, false), (e.IsUsedByHwToken, e.IsToken));
    }

    [UnixFact]
    public async Task ConnectAsync_AfterADeviceThatIsNoToken_PortIsFreeAgain()
    {
        Plug("ttyUSB0", BytePeer.Echo);

        for (int i = 0; i < 2; i++)
        {
            await Assert.ThrowsAsync<NotATokenException>(() => Finder(TimeSpan.Zero).ConnectAsync(Address("ttyUSB0")));
        }
    }

    [UnixFact]
    public async Task ConnectAsync_HalfAnAnswer_IsToldEvenWithoutAPort()
    {
        Plug("ttyUSB0", new BytePeer(_ => Hex.Bytes("00 04 11 01")));

        await Assert.ThrowsAsync<TokenSilentException>(() => _finder.ConnectAsync(null));
    }

    [UnixFact]
    public async Task ConnectAsync_UnpluggedWhileWaitingForAPress_SaysSo()
    {
        DeskPort port = Plug("ttyUSB0", new ScriptedToken().On(Command.GetCode, r => [r.AwaitPress(30)]));
        await using TokenClient client = await _finder.ConnectAsync(null);

        await Assert.ThrowsAsync<TokenUnpluggedException>(
            () => client.GetCodeAsync(new CodeRequest("aws:alice"), new OnProgress(port.Unplug)));
    }

    [UnixFact]
    public async Task ConnectAsync_Cancelled_LeavesNothingLocked()
    {
        using var cancellation = new CancellationTokenSource();
        Plug("ttyUSB0", new BytePeer(greeting =>
        {
            if (greeting.Length > 0)
            {
                cancellation.Cancel();
            }

            return [];
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _finder.ConnectAsync(null, cancellation.Token));
        await Assert.ThrowsAsync<NotATokenException>(() => Finder(TimeSpan.Zero).ConnectAsync(Address("ttyUSB0")));
    }

    [UnixFact]
    public async Task ListAsync_Tokens_AreTold()
    {
        Plug("ttyUSB0", new ScriptedToken());
        Plug("ttyUSB1", BytePeer.Echo);
        Plug("ttyUSB2", Other());
        await using TokenClient other = await _finder.ConnectAsync(Address("ttyUSB2"));

        IReadOnlyList<FoundToken> tokens = await _finder.ListAsync(null);

        Assert.Equal(
            [(_folder["dev", "ttyUSB0"], ScriptedToken.Serial, TokenState.Ready), (_folder["dev", "ttyUSB2"], null, null)],
            tokens.Select(t => (t.Port.Path, t.Serial, t.State)));
    }

    [UnixFact]
    public async Task ListAsync_PortWithoutAToken_SaysWhatIsThere()
    {
        Plug("ttyUSB0", BytePeer.Echo);

        await Assert.ThrowsAsync<NotATokenException>(() => _finder.ListAsync(Address("ttyUSB0")));
    }

    [Fact]
    public async Task ConnectAsync_TcpPeerThatHangsUp_IsBusy()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        Task<TokenClient> connecting = _finder.ConnectAsync(PortAddress.Parse($"tcp:{listener.LocalEndpoint}"));
        (await listener.AcceptSocketAsync()).Close();

        var e = await Assert.ThrowsAsync<PortBusyException>(() => connecting);

        Assert.False(e.IsUsedByHwToken);
    }

    private static ScriptedToken Other() => new ScriptedToken()
        .On(Command.Hello, r => [r.Ok(ScriptedToken.Hello(serial: [0, 0, 0, 0, 7]))]);

    private TokenFinder Finder(TimeSpan busyWait, string locks = "locks") => new(new TokenFinderOptions
    {
        Catalog = _ports.Catalog,
        LockFolder = _folder[locks],
        BusyWait = busyWait,
        Open = _desk.OpenAsync,
        TimeProvider = _desk.Time,
        Waiting = port =>
        {
            _waitedFor.Add(port);
            _waiting.TrySetResult();
        },
    });

    private DeskPort Plug(string name, IPeer peer, string vendor = "10c4", string product = "ea60")
    {
        // Something that no other port leads to.
        string target = _folder[name];
        File.WriteAllText(target, "");
        return _desk.Plug(_ports.Plug(name, vendor, product, target), peer);
    }

    private PortAddress Address(string name) => PortAddress.Parse(_folder["dev", name]);

    private sealed class OnProgress(Action act) : IProgress<TokenWait>
    {
        public void Report(TokenWait value) => act();
    }
}
