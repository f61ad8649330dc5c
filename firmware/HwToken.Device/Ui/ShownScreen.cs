// Which screens there are, and which one the panel shows.
using HwToken.Core.Protocol;
using HwToken.Core.Text;

namespace HwToken.Device.Ui;

internal enum ScreenKind
{
    /// <summary>Nothing, or nothing that is known.</summary>
    None,
    Code,
    NoAccounts,
    ClockProblem,
    StorageFault,
    AwaitStep,
    Outcome,
    PinWheel,
    PinWork,
    PinWrong,
    PinBlocked,
    PinErased,
    PinLetters,
    CodePair,
    Sealed,
    AllPixels,
    SelfTest,

    /// <summary>From here on the screens ask something, and wait for the button.</summary>
    AskCode,
    AskPut,
    AskRename,
    AskDelete,
    AskSetClock,
    AskClockJump,
    AskWipe,
    AskUnlock,
    AskSetPin,
    AskRemovePin,
    AskSeal,
    AskOpen,
    AskDrill,
}

/// <summary>What the panel shows, as the values it was made of: so that the same again is not drawn again.</summary>
internal sealed class ShownScreen
{
    private readonly Utf8Text _first = new(Limits.NameLength);
    private readonly Utf8Text _second = new(Limits.NameLength);
    private long _number;
    private long _otherNumber;

    public ScreenKind Kind { get; private set; }

    public void Forget() => Kind = ScreenKind.None;

    /// <summary>Remembers what is going to be shown.</summary>
    /// <param name="first">May be null, which is as good as empty.</param>
    /// <param name="second">May be null, too.</param>
    /// <returns>False if that is what is shown already.</returns>
    public bool Change(ScreenKind kind, long number, long otherNumber, Utf8Text first, Utf8Text second)
    {
        bool changed = kind != Kind || number != _number || otherNumber != _otherNumber;
        Kind = kind;
        _number = number;
        _otherNumber = otherNumber;

        // Both are remembered, whatever the other says.
        bool firstChanged = Change(_first, first);
        bool secondChanged = Change(_second, second);
        return changed || firstChanged || secondChanged;
    }

    private static bool Change(Utf8Text remembered, Utf8Text text)
    {
        int length = text == null ? 0 : text.Length;
        if (text == null ? remembered.Length == 0 : remembered.SameAs(text))
        {
            return false;
        }

        remembered.TrySet(text == null ? remembered.Bytes : text.Bytes, length);
        return true;
    }
}
