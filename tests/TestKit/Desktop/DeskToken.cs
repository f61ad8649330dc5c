using HwToken.Client;
using HwToken.Client.Accounts;
using HwToken.Client.Model;
using HwToken.Client.Transports;
using HwToken.Device.Ports;
using HwToken.Virtual;
using HwToken.Virtual.Chips;
using HwToken.Virtual.Storage;

namespace HwToken.TestKit.Desktop;

/// <summary>What a token on a <see cref="Desk"/> has stored: it may be plugged in again with it.</summary>
public sealed class DeskFlash
{
    internal SimulatedFlash Flash { get; } = new(null);

    /// <summary>Writes a state file for a virtual token, which starts with what is stored here.</summary>
    public void SaveTo(string path)
    {
        using FlashImage file = FlashImage.Open(path);
        file.Save(Flash.Files);
    }

    /// <summary>Accounts stored by a token that its owner agrees on, at a desk and in a time of their own.</summary>
    /// <param name="options">How its clock is set, above all; it agrees whatever they say.</param>
    /// <param name="now">Shortly before this.</param>
    public static async Task<DeskFlash> WithAccountsAsync(
        VirtualTokenOptions options, DateTimeOffset now, IEnumerable<string> names, byte[] key)
    {
        var flash = new DeskFlash();
        var desk = new Desk(now - TimeSpan.FromMinutes(1));
        await using DeskToken token = desk.Plug("preparing", options with { AgreeAfter = TimeSpan.Zero }, flash);
        await using TokenClient client = await TokenClient.ConnectAsync(
            await desk.OpenAsync(PortAddress.Parse(token.LinkPath), CancellationToken.None), new TokenTimeouts(), desk.Time);
        foreach (string name in names)
        {
            await client.PutAccountAsync(new TokenAccount(name), key);
        }

        return flash;
    }
}

/// <summary>The device's own program at a port of a <see cref="Desk"/>.</summary>
/// <remarks>Its gestures take the desk's time, and have been made when they return.</remarks>
public sealed class DeskToken : ILink, IAsyncDisposable
{
    private static readonly TimeSpan LongestGesture = TimeSpan.FromMinutes(1);

    private readonly Desk _desk;
    private readonly SteppedToken _token;
    private readonly Queue<byte> _received = new();
    private readonly StepEnd _end;

    internal DeskToken(Desk desk, string port, VirtualTokenOptions options, DeskFlash flash)
    {
        _desk = desk;
        _token = new SteppedToken(options, flash.Flash, this);
        _end = new StepEnd(this);
        Port = new DeskPort(desk, port, _end);
        _token.Moved += _end.Wake;
        _end.Step();
    }

    /// <summary>The screen shows something new. Raised within a turn: a handler must not wait for another.</summary>
    public event Action<PanelPicture>? ScreenChanged
    {
        add => _token.ScreenChanged += value;
        remove => _token.ScreenChanged -= value;
    }

    public DeskPort Port { get; }

    /// <summary>What a host opens.</summary>
    public string LinkPath => Port.Name;

    public PanelPicture Screen => _token.Screen;

    public Task PressAsync() => Make(_token.PressAsync);

    public Task LongPressAsync() => Make(_token.LongPressAsync);

    public Task VeryLongPressAsync() => Make(_token.VeryLongPressAsync);

    /// <summary>Pulls the plug.</summary>
    public ValueTask DisposeAsync()
    {
        Port.Unplug();
        _token.Leave();
        return ValueTask.CompletedTask;
    }

    int ILink.Read(byte[] buffer, int offset, int count)
    {
        int read = 0;
        while (read < count && _received.TryDequeue(out byte value))
        {
            buffer[offset + read++] = value;
        }

        return read;
    }

    void ILink.Write(byte[] buffer, int offset, int count) => Port.Send(buffer.AsSpan(offset, count));

    private Task Make(Func<Task> gesture)
    {
        Task made = gesture();
        return _desk.PassUntil(() => made.IsCompleted, LongestGesture)
            ? made
            : throw new InvalidOperationException("the gesture does not end");
    }

    private sealed class StepEnd(DeskToken token) : IDeskEnd
    {
        private readonly long _start = token._desk.Time.GetTimestamp();

        public long Due { get; private set; }

        public bool AwaitsUser => token._token.AwaitsUser;

        public void Opened(DeskPort port)
        {
        }

        public void Receive(ReadOnlySpan<byte> bytes)
        {
            foreach (byte value in bytes)
            {
                token._received.Enqueue(value);
            }

            Step();
        }

        public void Step()
        {
            long now = token._desk.Time.GetTimestamp();
            int delayMs = token._token.Step((now - _start) / TimeSpan.TicksPerMillisecond);
            Due = delayMs == int.MaxValue ? long.MaxValue : now + (delayMs * TimeSpan.TicksPerMillisecond);
        }

        public void Wake()
        {
            lock (token._desk.Turn)
            {
                Due = token._desk.Time.GetTimestamp();
            }
        }
    }
}
