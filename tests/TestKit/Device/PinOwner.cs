using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.PinEntry;
using HwToken.Device.Vault;

namespace HwToken.TestKit.Device;

/// <summary>The owner of a token on a bench, who knows its PIN: reads the screen, dials on the token, types on the host.</summary>
public static class PinOwner
{
    /// <summary>
    /// What one portion of a PIN's rounds takes, so that few are stored: a test that sets many PINs would compute for long.
    /// </summary>
    public const int CoarseMs = 31;

    /// <summary>The portion that takes the least: a PIN set so is checked for a second in <see cref="TokenBench.Run"/>.</summary>
    public const int FineMs = 1;

    private const int LongestMs = 60_000;

    /// <summary>The letters that the screen shows beside a PIN's digits, as a host sends them.</summary>
    public static EnterPinRequest Letters(this TokenBench bench, string pin)
    {
        string letters = PanelLetters.Of(bench.Panel.Snapshot(), pin) ?? throw new InvalidOperationException("the screen shows no letters");
        return Request.EnterPin([.. letters.Select(letter => (byte)(letter - EnterPinRequest.FirstLetter))]);
    }

    /// <summary>Sends a PIN by the letters on the screen.</summary>
    /// <returns>The last reply.</returns>
    public static TokenReply TypePin(this TokenBench bench, string pin, int portionMs = CoarseMs)
    {
        bench.Send(Command.EnterPin, bench.Letters(pin));
        for (int ms = 0; ms < LongestMs; ms += portionMs)
        {
            if (bench.TakeReplies().Find(reply => !reply.IsInterim) is { } final)
            {
                return final;
            }

            bench.Time.Advance(portionMs);
            bench.App.Step(bench.Time.NowMs);
        }

        throw new InvalidOperationException("the token does not answer");
    }

    /// <summary>Gives the PIN through the host, from Unlock on.</summary>
    /// <returns>The last reply.</returns>
    public static TokenReply Unlock(this TokenBench bench, string pin)
    {
        TokenReply letters = bench.AskAndAgree(Command.Unlock);
        return letters.Status == Status.Ok ? bench.TypePin(pin) : letters;
    }

    /// <summary>Sets a PIN through the host. One that is there must have been given.</summary>
    public static TokenReply SetPin(
        this TokenBench bench,
        string pin,
        int maxTries = Limits.DefaultPinTries,
        bool erases = false,
        int portionMs = CoarseMs)
    {
        TokenReply letters = bench.AskAndAgree(Command.SetPin, Request.SetPin(maxTries, erases));
        return letters.Status == Status.Ok ? bench.TypePin(pin, portionMs) : letters;
    }

    /// <summary>A token with a PIN, which has been locked by its power going off and on, asleep.</summary>
    public static TokenBench LockedBench(string pin, int maxTries = Limits.DefaultPinTries, bool erases = false, params string[] accounts)
    {
        TokenBench bench = TokenBench.WithAccounts(accounts);
        bench.SetPin(pin, maxTries, erases);
        bench.LoseKeys();
        return bench;
    }

    /// <summary>Power off and on, when the token is asleep.</summary>
    public static void LoseKeys(this TokenBench bench)
    {
        bench.RunUntilAsleep();
        bench.Restart();
        bench.Settle();
    }

    /// <summary>Wakes a locked token, gives the PIN by its wheel, and waits until it has been checked.</summary>
    public static void DialPin(this TokenBench bench, string pin)
    {
        bench.Press();
        bench.Dial(pin);
        bench.TurnTo(Wheel.Ok, pin.Length);
        bench.Hold();
        bench.Run(PinLock.StretchMs + 100);
    }

    /// <summary>Takes digits on the wheel.</summary>
    /// <param name="taken">How many were taken before.</param>
    public static void Dial(this TokenBench bench, string digits, int taken = 0)
    {
        foreach (char digit in digits)
        {
            bench.TurnTo(digit - '0', taken);
            bench.Hold();
            taken++;
        }
    }

    /// <summary>Turns the wheel until the screen shows a symbol.</summary>
    /// <param name="taken">How many digits were taken.</param>
    public static void TurnTo(this TokenBench bench, int symbol, int taken)
    {
        int tries = bench.Ask(Command.Info).As<InfoReply>().Pin.TriesLeft;
        for (int turns = 0; !bench.Shows(s => s.ShowPinWheel(symbol, taken, tries)); turns++)
        {
            if (turns > Wheel.Delete)
            {
                throw new InvalidOperationException($"the wheel does not come to {symbol}:\n{bench.Panel.ToText()}");
            }

            bench.Press();
        }
    }
}
