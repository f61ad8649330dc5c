// The base of all failures, and the refusals of a token with the table of their texts.
using System.Globalization;
using HwToken.Core.Protocol;
using static HwToken.Client.Errors.TokenFailure;

namespace HwToken.Client.Errors;

/// <summary>Why there is no answer from a token: what went wrong, and the cure.</summary>
/// <remarks>Both are lower case, without a full stop, and hold no secret: they are printed and logged.</remarks>
public abstract class TokenClientException : Exception
{
    private protected TokenClientException(TokenFailure kind, string message, string hint, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        Hint = hint;
    }

    public TokenFailure Kind { get; }

    /// <summary>What to do about it.</summary>
    public string Hint { get; }
}

/// <summary>What a failure means to the caller of the program: it decides the exit status.</summary>
public enum TokenFailure
{
    /// <summary>The line, this computer or the two programs' versions are in the way.</summary>
    Failed,

    /// <summary>There is no token, or none that can be told from the others.</summary>
    NoToken,

    /// <summary>The owner declined, nobody pressed the button, or the token cannot do it as it is.</summary>
    Refused,
}

/// <summary>The token answered, and its answer is no: one for each <see cref="Core.Protocol.Status"/>.</summary>
public sealed class TokenException : TokenClientException
{
    /// <param name="subject">What the request was about, such as an account's name: printed.</param>
    public TokenException(Status status, string subject)
        : this(status, StatusText.Of(status, subject))
    {
    }

    private TokenException(Status status, StatusText text)
        : base(text.Kind, text.Message, text.Hint)
    {
        Status = status;
    }

    public Status Status { get; }
}

/// <summary>What a status means to people: the one place where that is written.</summary>
/// <param name="Message">What went wrong; {0} stands for what the request was about.</param>
/// <param name="Hint">The cure.</param>
internal sealed record StatusText(TokenFailure Kind, string Message, string Hint)
{
    private const string Update = "install the same version of hwtoken and of the token's firmware";
    private const string Lost =
        "its keys are lost: take it out of use at AWS, erase it with: hwtoken wipe, then set it up again";

    private const string SetClock = "set it with: hwtoken clock set";
    private const string NameRule = "use 1 to 64 bytes of printable text without a blank at either end";

    private static readonly Dictionary<Status, StatusText> Table = new()
    {
        [Status.Malformed] = new(Failed, "the token does not understand the request about {0}", Update),
        [Status.UnsupportedVersion] = new(Failed, "the token speaks another version of the protocol: {0}", Update),
        [Status.UnknownCommand] = new(Failed, "the token's firmware does not know this command", Update),
        [Status.UnsupportedExtension] = new(Failed, "the token does not know an extension of the protocol that is needed", Update),
        [Status.Busy] = new(Refused, "the token is busy: it asks its owner about another request", "answer on the token, then try again"),
        [Status.NoSuchAccount] = new(Refused, "the token has no account {0}", "see its accounts with: hwtoken accounts list"),
        [Status.AccountExists] = new(Refused, "the token already has an account {0}", "choose another name, or remove that account first"),
        [Status.AccountsFull] = new(Refused, "the token has no room for {0}", "remove an account that is not needed any more"),
        [Status.NameInvalid] = new(Refused, "{0} cannot be an account's name", NameRule),
        [Status.KeyInvalid] = new(Refused, "the token does not take the key of {0}", "a key has 1 to 128 bytes; copy it again as a whole"),
        [Status.ParameterInvalid] = new(Refused, "the token does not take a parameter of {0}", "codes have 6 to 8 digits, HMAC-SHA1 or HMAC-SHA256, and a period from 1 to 65535 s"),
        [Status.TextInvalid] = new(Refused, "the token cannot show the text about {0}", "use at most 32 bytes of printable text"),
        [Status.ClockNeverSet] = new(Refused, "the token's clock was never set", SetClock),
        [Status.ClockStopped] = new(Refused, "the token's clock has stopped since it was set", "its cell may be empty: replace it, then set the clock with: hwtoken clock set"),
        [Status.ClockUnreadable] = new(Refused, "the token cannot read its clock", "unplug the token and plug it in again; if that does not help, its clock chip needs repair"),
        [Status.TimeInvalid] = new(Refused, "the token's clock cannot hold this time", "check this computer's clock; the token's holds 1970 to 2169"),
        [Status.Declined] = new(Refused, "declined on the token", "if that was a slip, try again and press the button as the screen says"),
        [Status.TimedOut] = new(Refused, "nobody pressed the token's button", "try again, and press the button while the token's screen asks"),
        [Status.Cancelled] = new(Refused, "the request was withdrawn before the owner answered", "try again"),
        [Status.NothingToCancel] = new(Failed, "the token asks nothing that could be cancelled", "there is nothing to do"),
        [Status.StorageFailed] = new(Refused, "the token cannot read or write its storage; nothing was changed", "unplug the token, plug it in again and retry; if that does not help, it needs repair"),
        [Status.StorageDamaged] = new(Refused, "what the token has stored is damaged", Lost),
        [Status.StorageRolledBack] = new(Refused, "the token's stored state was replaced by an older one", Lost),
        [Status.KeyLost] = new(Refused, "the token's clock chip has lost its share of the keys, as when its cell is taken out", Lost),
        [Status.Locked] = new(Refused, "the token is locked", "hwtoken pin unlock, or type the PIN on the token"),
        [Status.PinWrong] = new(Refused, "wrong PIN: {0}", "wait for the next try, then read the letters again: they change each time"),
        [Status.PinWait] = new(Refused, "it is too soon after a wrong PIN: {0}", "wait, then try again; no try was used"),
        [Status.PinBlocked] = new(Refused, "the PIN is blocked: no tries are left", "all that helps is to erase the token: hwtoken wipe"),
        [Status.PinErased] = new(Refused, "the last try was wrong, and the token has erased itself", "set it up again: hwtoken clock set, then hwtoken accounts add"),
        [Status.PinInvalid] = new(Refused, "invalid PIN", "a PIN has 4 to 12 digits; type the letters that the token shows beside them"),
        [Status.PinNotSet] = new(Refused, "the token has no PIN", "set one with: hwtoken pin set"),
        [Status.PinNotGiven] = new(Refused, "the PIN must be given first, at most a minute before", "give it with: hwtoken pin unlock"),
        [Status.PinNotAsked] = new(Refused, "the token shows no letters to type a PIN with", "start again, and agree on the token first"),
        [Status.Sealed] = new(Refused, "the token is sealed: it gives no code and takes no change", "press its button to see the seal; to break it, hold the button, and hold it again when the screen asks"),
        [Status.AlreadySealed] = new(Refused, "the token is sealed already", "to put another number on it, break the seal on the token first"),
        [Status.NothingToSeal] = new(Refused, "the token has no account that a seal would keep", "store one first, with: hwtoken accounts add"),
    };

    /// <param name="subject">The account's name or whatever else the request was about.</param>
    public static StatusText Of(Status status, string subject)
    {
        StatusText text = Table.TryGetValue(status, out StatusText? known)
            ? known
            : new StatusText(Failed, $"the token answers with a status that this program does not know: {(int)status:X2}", Update);
        return text with { Message = string.Format(CultureInfo.InvariantCulture, text.Message, subject) };
    }
}
