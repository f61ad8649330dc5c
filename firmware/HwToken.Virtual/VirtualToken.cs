using HwToken.Virtual.Chips;
using HwToken.Virtual.Errors;
using HwToken.Virtual.Links;
using HwToken.Virtual.Storage;

namespace HwToken.Virtual;

/// <summary>
/// A token on this computer: the device's own program on a board of simulated parts. README.md lists what they do not
/// simulate. Any number of them live in one process.
/// </summary>
/// <remarks>Members are for any thread; events come on the token's own, which waits for their handlers.</remarks>
public sealed class VirtualToken : IAsyncDisposable
{
    private readonly SimulatedFlash _flash;
    private readonly HostLink _link;
    private readonly SteppedToken _token;
    private readonly TokenLoop _loop;

    private VirtualToken(VirtualTokenOptions options, SimulatedFlash flash, HostLink link)
    {
        _flash = flash;
        _flash.Failed += e => StorageFailed?.Invoke(e);
        _link = link;
        _token = new SteppedToken(options, flash, link);
        _loop = new TokenLoop(options.TimeProvider, _token.Step);
        _token.Moved += _loop.Wake;
        _link.Received += _loop.Wake;
        _link.Broken += _loop.Fail;
        _ = UnplugWhenFailedAsync();
    }

    /// <summary>The screen shows something new.</summary>
    public event Action<PanelPicture>? ScreenChanged
    {
        add => _token.ScreenChanged += value;
        remove => _token.ScreenChanged -= value;
    }

    /// <summary>The button went down (true) or up, by whatever moved it.</summary>
    public event Action<bool>? ButtonMoved
    {
        add => _token.ButtonMoved += value;
        remove => _token.ButtonMoved -= value;
    }

    /// <summary>The state file could not be written; the token reports it to the one who wanted the change.</summary>
    public event Action<Exception>? StorageFailed;

    /// <summary>What a host opens: the path of a serial port, or tcp:ADDRESS:PORT.</summary>
    public string LinkPath => _link.Path;

    /// <summary>What the screen shows now.</summary>
    public PanelPicture Screen => _token.Screen;

    /// <summary>Ends when the token is disposed of; faulted if its program or its link failed.</summary>
    public Task Completion => _loop.Completion;

    /// <summary>Plugs a token in; a host can open <see cref="LinkPath"/> when this returns.</summary>
    /// <exception cref="VirtualTokenException">The link or the state file cannot be had.</exception>
    public static VirtualToken Start(VirtualTokenOptions options)
    {
        SimulatedFlash flash = new(options.StateFile is { } path ? FlashImage.Open(path) : null);
        HostLink? link = null;
        VirtualToken? token = null;
        try
        {
            link = HostLink.Open(options.Link);
            token = new VirtualToken(options, flash, link);
            token._loop.Start();
            link.Start();
            return token;
        }
        catch
        {
            token?._loop.Dispose();
            link?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            flash.Dispose();
            throw;
        }
    }

    /// <summary>A short press.</summary>
    /// <returns>Ends when the button is up again and the token has seen it; cancelled if the token is disposed of.</returns>
    public Task PressAsync() => _token.PressAsync();

    /// <summary>A press long enough to be a long one.</summary>
    /// <returns>Ends when the button is up again and the token has seen it; cancelled if the token is disposed of.</returns>
    public Task LongPressAsync() => _token.LongPressAsync();

    /// <summary>A press so long that it opens the self-test.</summary>
    /// <returns>Ends when the button is up again and the token has seen it; cancelled if the token is disposed of.</returns>
    public Task VeryLongPressAsync() => _token.VeryLongPressAsync();

    /// <summary>Holds the button down, or lets it go.</summary>
    public void SetButton(bool down) => _token.SetButton(down);

    /// <summary>Pulls the plug: the link's path disappears, and a host that waits for bytes sees the line's end.</summary>
    /// <remarks>Not from a handler of this token's events, which it would wait for.</remarks>
    public async ValueTask DisposeAsync()
    {
        _loop.Dispose();
        _token.Leave();
        await _link.DisposeAsync().ConfigureAwait(false);
        _flash.Dispose();
    }

    private async Task UnplugWhenFailedAsync()
    {
        await _loop.Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _link.DisposeAsync().ConfigureAwait(false);
    }
}
