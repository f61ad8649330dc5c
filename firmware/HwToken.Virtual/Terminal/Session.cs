// One run of the program, and how it reports a failure.
using System.Runtime.InteropServices;
using HwToken.Virtual.Chips;
using HwToken.Virtual.Errors;

namespace HwToken.Virtual.Terminal;

/// <summary>One run of the program: a token, its screen, its button, until it is ended.</summary>
internal sealed class Session : IDisposable
{
    private const int Done = 0;
    private const int Failed = 1;

    private readonly CancellationTokenSource _quit = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly RunOptions _options;

    private Session(RunOptions options)
    {
        _options = options;
        foreach (PosixSignal signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            _signals.Add(PosixSignalRegistration.Create(signal, Quit));
        }
    }

    /// <returns>The exit status.</returns>
    internal static async Task<int> RunAsync(RunOptions options)
    {
        using Session session = new(options);
        try
        {
            await session.RunAsync().ConfigureAwait(false);
            return Done;
        }
        catch (VirtualTokenException e)
        {
            Printer.Print(Console.Error, e.Message, e.Hint);
            return Failed;
        }
    }

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _quit.Dispose();
    }

    private async Task RunAsync()
    {
        bool keys = _options.Button == ButtonSource.Keys && !Console.IsInputRedirected;
        bool live = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        bool draws = _options.DrawScreen ?? live;

        await using VirtualToken token = VirtualToken.Start(_options.Token);
        using IScreen screen = live && draws ? LiveScreen.OnConsole() : new PlainScreen(Console.Out, draws);
        Action<string> tell = live ? screen.Say : Console.Error.WriteLine;
        token.StorageFailed += e => tell($"{Printer.Program}: the state file could not be written: {e.Message}");
        if (_options.Token.StateFile is { } path)
        {
            tell($"{Printer.Program}: {path} keeps the accounts' keys BESIDE THE SECRET that encrypts them: do not put real ones there");
        }

        screen.Say($"ready: {token.LinkPath}");
        if (keys)
        {
            tell(KeyControl.Help);
        }

        Follow(token, screen);
        Task control = _options.Button == ButtonSource.Lines
            ? Task.Run(() => new LineControl(token, Console.In, screen).RunAsync(_quit.Token))
            : keys
                ? Task.Run(() => new KeyControl(token, () => Console.ReadKey(intercept: true)).Run())
                : Task.Delay(Timeout.Infinite, _quit.Token);
        await WaitAsync(token, control).ConfigureAwait(false);
    }

    private async Task WaitAsync(VirtualToken token, Task control)
    {
        Task quit = Task.Delay(Timeout.Infinite, _quit.Token);
        Task first = await Task.WhenAny(control, quit, token.Completion).ConfigureAwait(false);
        if (first == token.Completion)
        {
            Exception cause = token.Completion.Exception!.InnerException!;
            throw new VirtualTokenException(
                $"the token stopped: {cause.GetType().Name}: {cause.Message}", "this is a defect; report it, with how it came to it", cause);
        }

        try
        {
            await first.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // A signal ended it.
        }
    }

    /// <summary>Shows what the token's screen shows, always the newest, each picture once.</summary>
    private static void Follow(VirtualToken token, IScreen screen)
    {
        Lock drawing = new();
        PanelPicture? drawn = null;
        token.ScreenChanged += _ => Draw();
        Draw();

        void Draw()
        {
            lock (drawing)
            {
                PanelPicture picture = token.Screen;
                if (picture != drawn)
                {
                    drawn = picture;
                    screen.Draw(picture);
                }
            }
        }
    }

    private void Quit(PosixSignalContext context)
    {
        context.Cancel = true;
        try
        {
            _quit.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The second signal, while the first one's end is under way.
        }
    }
}

/// <summary>The one place that says what went wrong.</summary>
internal static class Printer
{
    internal const string Program = "hwtoken-virtual";

    /// <param name="message">Lower case, no full stop.</param>
    /// <param name="hint">What to do about it; empty if there is nothing to say.</param>
    internal static void Print(TextWriter error, string message, string hint)
    {
        error.WriteLine($"{Program}: {message}");
        if (hint.Length > 0)
        {
            error.WriteLine($"hint: {hint}");
        }
    }
}
