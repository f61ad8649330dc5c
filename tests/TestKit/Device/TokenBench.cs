using System.Security.Cryptography;
using System.Text;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.App;
using HwToken.Device.Input;
using HwToken.Device.Ports;
using HwToken.Device.Time;
using HwToken.Device.Ui;
using HwToken.Virtual;
using HwToken.Virtual.Chips;

namespace HwToken.TestKit.Device;

/// <summary>A whole token on a bench: the real program and simulated chips, with a finger and a host at hand.</summary>
/// <remarks>
/// Time goes on only in <see cref="Run"/>, and there the program is called as seldom as it allows: what it does not ask
/// to be woken for happens late, and a test sees it.
/// </remarks>
public sealed class TokenBench
{
    /// <summary>2027-01-15T08:00:00Z, the first second of time step 60000000.</summary>
    public const long FirstUnixSeconds = 1800000000;

    private const int PressMs = 80;

    private readonly FrameWriter _writer = new();
    private int _sequence;

    /// <param name="stored">What storage holds at the start, from another bench's; nothing by default.</param>
    public TokenBench(IReadOnlyDictionary<string, byte[]>? stored = null)
        : this(new ManualTime(), storage: MemoryStorage.With(stored))
    {
    }

    /// <param name="time">What it follows, and its chip too.</param>
    /// <param name="chip">Its clock chip, with what that has kept; a new DS3231 by default.</param>
    /// <param name="storage">In memory by default.</param>
    /// <param name="tap">Stands on the wire to the chip.</param>
    public TokenBench(
        ManualTime time, SimulatedDs3231? chip = null, IStorage? storage = null, Func<IClockChip, IClockChip>? tap = null)
    {
        Time = time;
        Chip = chip ?? new SimulatedDs3231(time);
        Storage = storage as MemoryStorage ?? new MemoryStorage();
        Board = new Board
        {
            Name = "bench",
            ClockChip = tap is null ? Chip : tap(Chip),
            Display = Panel,
            Button = Button,
            Storage = storage ?? Storage,
            Link = Link,
            Power = Power,
            Entropy = new SeededEntropy(),
            HmacSha256 = new PlatformHmacSha256(),
            VaultHmac = new PlatformHmacSha256(),
            Radio = RadioState.Off,
            Heap = Heap,
        };
        App = new TokenApp(Board);
    }

    public ManualTime Time { get; }

    public SimulatedDs3231 Chip { get; }

    public SimulatedPanel Panel { get; } = new();

    public ScriptedButton Button { get; } = new();

    /// <summary>What it stands on; nothing but a name where another kind of storage was given.</summary>
    public MemoryStorage Storage { get; }

    public QueueLink Link { get; } = new();

    public SteadyPower Power { get; } = new();

    public SteadyHeap Heap { get; } = new();

    public Board Board { get; }

    public TokenApp App { get; private set; }

    /// <summary>Power off and on: the program begins anew, storage and clock chip have kept what they had.</summary>
    public void Restart() => App = new TokenApp(Board);

    /// <summary>Calls the program, without time passing, until it has taken every byte that waits.</summary>
    public void Settle()
    {
        // A call takes one request at least, and no request is shorter than its frame.
        int most = (Link.Waiting / Frame.Overhead) + 2;
        while (App.Step(Time.NowMs) == 1 && most > 0)
        {
            most--;
        }
    }

    /// <summary>Lets time pass.</summary>
    public void Run(long milliseconds)
    {
        long endMs = Time.NowMs + milliseconds;
        int waitMs = App.Step(Time.NowMs);
        while (Time.NowMs < endMs)
        {
            Time.Advance(Math.Min(waitMs, endMs - Time.NowMs));
            waitMs = App.Step(Time.NowMs);
        }
    }

    /// <summary>Down for <paramref name="downMs"/>, then up, and long enough for the program to believe it.</summary>
    public void Press(int downMs = PressMs)
    {
        Button.IsPressed = true;
        Run(downMs);
        Button.IsPressed = false;
        Run(ButtonGestures.DebounceMs);
    }

    /// <summary>Holds until it is a long press, and lets go.</summary>
    public void Hold() => Press(ButtonGestures.LongPressMs + ButtonGestures.DebounceMs);

    /// <summary>Lets the owner read the question, so that a press is an answer.</summary>
    public void LetRead() => Run(500);

    /// <summary>Sends a request and lets the program take it.</summary>
    /// <returns>Its sequence number.</returns>
    public int Send(Command command, IMessage request, int flags = 0)
    {
        int sequence = _sequence = (_sequence + 1) & 0xFF;
        _writer.Begin(flags, sequence, command);
        request.Write(_writer.Payload);
        int length = _writer.End();
        SendBytes(_writer.Buffer.AsSpan(0, length));
        return sequence;
    }

    public void SendBytes(ReadOnlySpan<byte> bytes)
    {
        Link.Receive(bytes);
        Settle();
    }

    /// <summary>What the token has answered since the last call.</summary>
    public List<TokenReply> TakeReplies() => TokenReply.ReadAll(Link.TakeSent());

    /// <summary>Sends a request and takes the one reply that it must get at once.</summary>
    public TokenReply Ask(Command command, IMessage? request = null)
    {
        Link.TakeSent();
        int sequence = Send(command, request ?? new Empty());
        TokenReply reply = TakeReplies().Single();
        return reply.Command == command && reply.Sequence == sequence
            ? reply
            : throw new InvalidDataException($"{command} {sequence} was answered as {reply}");
    }

    /// <summary>Sends a request that the owner must agree to, and agrees.</summary>
    /// <returns>The final reply.</returns>
    public TokenReply AskAndAgree(Command command, IMessage? request = null)
    {
        TokenReply first = Ask(command, request);
        if (first.Status != Status.AwaitingPress)
        {
            throw new InvalidOperationException($"{command} was answered with {first.Status} before a press");
        }

        LetRead();
        if (App.Agreement == Gesture.LongPress)
        {
            Hold();
        }
        else
        {
            Press();
        }

        return WaitForFinalReply();
    }

    /// <summary>Lets time pass until the reply comes that is not interim.</summary>
    public TokenReply WaitForFinalReply()
    {
        const int LongestMs = 120_000;
        for (long endMs = Time.NowMs + LongestMs; Time.NowMs < endMs; Run(10))
        {
            if (TakeReplies().Find(reply => !reply.IsInterim) is { } final)
            {
                return final;
            }
        }

        throw new InvalidOperationException("the token does not answer");
    }

    /// <summary>Sets the clock over the link, with a press.</summary>
    public void SetClock(long unixSeconds = FirstUnixSeconds)
    {
        TokenReply reply = AskAndAgree(Command.SetClock, Request.SetClock(unixSeconds));
        RequireOk(reply);
    }

    /// <summary>Stores an account over the link, with a press.</summary>
    public void Put(string name, byte[] key, int digits = 6, int period = 30, OtpAlgorithm algorithm = OtpAlgorithm.HmacSha1) =>
        RequireOk(AskAndAgree(Command.PutAccount, Request.PutAccount(name, key, digits, period, algorithm)));

    /// <summary>Seals the token over the link, with a hold, and lets it fall asleep.</summary>
    public void SealIt(long number = 7)
    {
        RequireOk(AskAndAgree(Command.Seal, Request.Seal(number)));
        RunUntilAsleep();
    }

    /// <summary>What the token tells of its seal.</summary>
    public SealState SealOf() => Ask(Command.Info).As<InfoReply>().Seal;

    /// <summary>Breaks the seal of a token that is asleep: a press to wake it, and two holds.</summary>
    public void BreakSeal()
    {
        Press();
        Hold();
        LetRead();
        Hold();
    }

    /// <summary>A key of 40 bytes, as AWS makes them, that belongs to a name.</summary>
    public static byte[] KeyOf(string name, int length = 40) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(name), length);

    /// <summary>A token that knows the time and has accounts of these names, with their <see cref="KeyOf"/>, asleep.</summary>
    public static TokenBench WithAccounts(params string[] names)
    {
        var bench = new TokenBench();
        bench.SetClock();
        foreach (string name in names)
        {
            bench.Put(name, KeyOf(name));
        }

        bench.RunUntilAsleep();
        return bench;
    }

    /// <summary>Lets time pass until the screen is dark and the link silent.</summary>
    public void RunUntilAsleep()
    {
        while (!App.MaySleep)
        {
            Run(100);
        }
    }

    /// <summary>What the clock chip shows.</summary>
    public long UnixSeconds()
    {
        ClockReading reading = new Ds3231(Chip).Read(out long unixSeconds);
        return reading == ClockReading.Running
            ? unixSeconds
            : throw new InvalidOperationException($"the clock chip is {reading}");
    }

    /// <summary>Lets time pass until the next time that this second of a time step begins.</summary>
    /// <param name="second">0 to <paramref name="period"/> - 1.</param>
    public void RunToSecondOfStep(int second, int period = 30)
    {
        long seconds = (second - (UnixSeconds() % period) + period - 1) % period;
        Run(1000 * seconds);
        while (UnixSeconds() % period != second)
        {
            Run(1);
        }
    }

    /// <summary>Whether the panel looks like this screen.</summary>
    public bool Shows(Action<Screens> screen) => Panel.ToText() == ScreenPicture.Of(screen);

    private static void RequireOk(TokenReply reply)
    {
        if (reply.Status != Status.Ok)
        {
            throw new InvalidOperationException($"{reply.Command} was answered with {reply.Status}");
        }
    }
}
