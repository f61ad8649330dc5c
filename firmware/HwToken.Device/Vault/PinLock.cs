// The PIN: tries, waits, stretching; and what is stored of it.
using System;
using HwToken.Core.Audit;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Crypto;
using HwToken.Device.Ports;
using HwToken.Device.Storage;
using HwToken.Device.Time;

namespace HwToken.Device.Vault;

/// <summary>The PIN: counts each try before it is checked, makes the tries wait, and ends them.</summary>
/// <remarks>
/// PBKDF2 takes about a second, in portions: <see cref="TryCheck"/> or <see cref="TrySet"/> begins, and
/// <see cref="Step"/> goes on until it returns true. A power cut in between has cost the try.
/// </remarks>
public sealed class PinLock
{
    public const int MinDigits = Limits.MinPinDigits;

    public const int MaxDigits = Limits.MaxPinDigits;

    /// <summary>What a new PIN's rounds take, so long as they are enough.</summary>
    public const int StretchMs = 1000;

    /// <summary>At the least, however slow the chip.</summary>
    public const int MinRounds = 1000;

    /// <summary>At the most, however fast: more would not fit into the time of the slower token that reads the same state.</summary>
    public const int MaxRounds = 10000000;

    /// <summary>So long after it was given, the PIN may be changed or removed.</summary>
    public const int FreshMs = 60000;

    /// <summary>Rounds of one portion: some milliseconds on the chip.</summary>
    private const int Portion = 32;

    private const long Never = -1;

    private readonly TokenVault _vault;
    private readonly IEntropy _entropy;
    private readonly Pbkdf2 _kdf;
    private readonly byte[] _pin = new byte[MaxDigits];
    private readonly byte[] _salt = new byte[KeySlot.SaltLength];
    private readonly byte[] _pinKey = new byte[KeyDerivation.KeyLength];
    private int _length;
    private Work _work;
    private int _maxTries;
    private bool _erases;
    private long _beganMs;
    private long _waitUntilMs = Never;
    private long _givenMs = Never;

    public PinLock(TokenVault vault, IEntropy entropy, IHmac hmacSha256)
    {
        _vault = vault;
        _entropy = entropy;
        _kdf = new Pbkdf2(hmacSha256, KeySlot.SaltLength);
    }

    private enum Work
    {
        None,
        Check,
        Set,
    }

    /// <summary>A PIN is set.</summary>
    public bool IsSet => _vault.State.KeySlot.HasPin;

    /// <summary>A PIN is set, and it has not been given.</summary>
    public bool IsLocked => _vault.IsLocked;

    /// <summary>Every try is used up, the last one when it has been checked: the token stays locked.</summary>
    public bool IsBlocked => IsSet && TriesLeft == 0 && !IsBusy;

    public int TriesLeft => _vault.State.Pin.TriesLeft;

    /// <summary>Wrong PINs have erased everything, since the program has started.</summary>
    public bool HasErased { get; private set; }

    /// <summary>A PIN is being checked or set.</summary>
    public bool IsBusy => _work != Work.None;

    /// <summary>
    /// How the check or the setting went, once <see cref="Step"/> has returned true: Ok, StorageFailed; of a check also
    /// PinWrong, PinBlocked and PinErased.
    /// </summary>
    public Status Result { get; private set; }

    /// <summary>Seconds of the wait that the last wrong PIN began, as a whole.</summary>
    public int WholeWaitSeconds => _vault.State.Pin.WaitMs / Wait.MsPerSecond;

    /// <summary>At the start: finishes an erasure after the last try that a power cut interrupted.</summary>
    public void FinishErasing()
    {
        if (IsBlocked && _vault.State.Pin.ErasesAtTheEnd)
        {
            HasErased = _vault.Wipe();
        }
    }

    /// <summary>How much of what is under way is done: 0 to 100.</summary>
    public int Percent(long nowMs)
    {
        if (_work == Work.Check)
        {
            return (int)(100L * _kdf.Rounds / _vault.State.KeySlot.Rounds);
        }

        long passed = nowMs - _beganMs;
        return passed < StretchMs ? (int)(100 * passed / StretchMs) : 100;
    }

    /// <summary>Whether a try would be taken now.</summary>
    /// <returns>Ok, Busy, PinNotSet, PinBlocked or PinWait.</returns>
    public Status CheckTry(long nowMs)
    {
        if (IsBusy)
        {
            return Status.Busy;
        }

        if (!IsSet)
        {
            return Status.PinNotSet;
        }

        if (IsBlocked)
        {
            return Status.PinBlocked;
        }

        return WaitSeconds(nowMs) > 0 ? Status.PinWait : Status.Ok;
    }

    /// <summary>Seconds until the next try is taken. After a start the whole wait begins again, with the first call.</summary>
    public int WaitSeconds(long nowMs)
    {
        if (_waitUntilMs == Never)
        {
            _waitUntilMs = nowMs + _vault.State.Pin.WaitMs;
        }

        return nowMs < _waitUntilMs ? (int)((_waitUntilMs - nowMs + Wait.MsPerSecond - 1) / Wait.MsPerSecond) : 0;
    }

    /// <summary>There is a PIN, and it was not given within the last minute: what changes the token's guards waits for it.</summary>
    public bool IsWanted(long nowMs) => IsSet && !WasJustGiven(nowMs);

    /// <summary>The PIN was given within the last minute: the one who asks is the owner.</summary>
    public bool WasJustGiven(long nowMs) => _givenMs != Never && nowMs - _givenMs < FreshMs;

    /// <summary>Counts a try on storage, then begins to check a PIN.</summary>
    /// <param name="digits">0 to 9 each; the caller clears them.</param>
    /// <returns>
    /// Ok, or why not: Busy, PinInvalid, PinNotSet, PinBlocked, PinWait, StorageFailed. Only Ok has cost a try.
    /// </returns>
    public Status TryCheck(byte[] digits, int count, long nowMs)
    {
        Status allowed = CheckTry(nowMs);
        if (allowed == Status.Ok && !IsValid(digits, count))
        {
            allowed = Status.PinInvalid;
        }

        if (allowed != Status.Ok)
        {
            return allowed;
        }

        _vault.State.Pin.TriesUsed++;
        if (!_vault.Save())
        {
            return Status.StorageFailed;
        }

        Begin(Work.Check, digits, count, _vault.State.KeySlot.Salt, nowMs);
        return Status.Ok;
    }

    /// <summary>Begins to set a PIN, or another one.</summary>
    /// <param name="maxTries"><see cref="PinPolicy.MinMaxTries"/> to <see cref="PinPolicy.MaxMaxTries"/>.</param>
    /// <param name="erases">Everything is erased after the last try.</param>
    /// <returns>Ok, Busy, Locked or PinInvalid.</returns>
    public Status TrySet(byte[] digits, int count, int maxTries, bool erases, long nowMs)
    {
        if (IsBusy)
        {
            return Status.Busy;
        }

        if (_vault.IsLocked)
        {
            return Status.Locked;
        }

        if (!IsValid(digits, count))
        {
            return Status.PinInvalid;
        }

        _maxTries = maxTries;
        _erases = erases;
        _entropy.Fill(_salt, _salt.Length);
        Begin(Work.Set, digits, count, _salt, nowMs);
        return Status.Ok;
    }

    /// <summary>Takes the PIN off the open vault.</summary>
    /// <returns>Ok, Locked or StorageFailed.</returns>
    public Status Remove()
    {
        if (_vault.IsLocked)
        {
            return Status.Locked;
        }

        _vault.State.Pin.Reset();
        _vault.Note(AuditEvent.PinRemoved, 0);
        Array.Clear(_salt, 0, _salt.Length);
        _givenMs = Never;
        return _vault.SaveWithPin(null, _salt, 0) ? Status.Ok : Status.StorageFailed;
    }

    /// <summary>Fills in what Info answers.</summary>
    public void Report(PinState state)
    {
        state.IsSet = IsSet;
        state.IsLocked = IsLocked;
        state.TriesLeft = IsSet ? TriesLeft : 0;
        state.MaxTries = IsSet ? _vault.State.Pin.MaxTries : 0;
        state.Erases = IsSet && _vault.State.Pin.ErasesAtTheEnd;
    }

    /// <summary>Locks the token, if it has a PIN.</summary>
    public void Lock()
    {
        Stop();
        _givenMs = Never;
        _vault.Lock();
    }

    /// <summary>Gives up what is under way. A try that was counted stays counted, and the last one ends as a wrong one.</summary>
    /// <returns>Cancelled; after the last try PinBlocked, PinErased or StorageFailed.</returns>
    public Status Cancel(long nowMs)
    {
        bool wasLastTry = _work == Work.Check && TriesLeft == 0;
        Stop();
        return wasLastTry ? TurnAway(nowMs) : Status.Cancelled;
    }

    /// <summary>Computes a portion; the last one ends it.</summary>
    /// <returns>True when it has ended, with <see cref="Result"/>.</returns>
    public bool Step(long nowMs)
    {
        _kdf.Run(_pin, _length, NextPortion());
        if (!IsStretched(nowMs))
        {
            return false;
        }

        int rounds = _kdf.Rounds;
        _kdf.Take(_pinKey);
        Result = _work == Work.Check ? Check(nowMs) : Set(rounds, nowMs);
        Stop();
        return true;
    }

    private void Begin(Work work, byte[] digits, int count, byte[] salt, long nowMs)
    {
        for (int i = 0; i < count; i++)
        {
            _pin[i] = (byte)('0' + digits[i]);
        }

        _length = count;
        _work = work;
        _beganMs = nowMs;
        _kdf.Begin(salt);
    }

    private void Stop()
    {
        _work = Work.None;
        _kdf.Clear();
        Array.Clear(_pin, 0, _pin.Length);
        Array.Clear(_pinKey, 0, _pinKey.Length);
    }

    private int NextPortion()
    {
        int left = _vault.State.KeySlot.Rounds - _kdf.Rounds;
        return _work == Work.Check && left < Portion ? left : Portion;
    }

    private bool IsStretched(long nowMs)
    {
        if (_work == Work.Check)
        {
            return _kdf.Rounds >= _vault.State.KeySlot.Rounds;
        }

        bool isLongEnough = nowMs - _beganMs >= StretchMs && _kdf.Rounds >= MinRounds;
        return isLongEnough || _kdf.Rounds >= MaxRounds;
    }

    private Status Check(long nowMs) => _vault.TryOpen(_pinKey) ? Welcome(nowMs) : TurnAway(nowMs);

    private Status Welcome(long nowMs)
    {
        _waitUntilMs = nowMs;
        _vault.State.Pin.TriesUsed = 0;
        if (!_vault.Save())
        {
            // Open, but storage still counts the try as used: locked is the safer of the two.
            Lock();
            return Status.StorageFailed;
        }

        _givenMs = nowMs;
        return Status.Ok;
    }

    private Status TurnAway(long nowMs)
    {
        _waitUntilMs = nowMs + _vault.State.Pin.WaitMs;
        _givenMs = Never;
        _vault.Note(AuditEvent.PinFailed, _vault.State.Pin.TriesUsed);
        if (TriesLeft > 0)
        {
            return _vault.Save() ? Status.PinWrong : Status.StorageFailed;
        }

        if (_vault.State.Pin.ErasesAtTheEnd)
        {
            HasErased = _vault.Wipe();
            return HasErased ? Status.PinErased : Status.StorageFailed;
        }

        // It may have been open: someone who does not know the PIN did not open it.
        _vault.Lock();
        return _vault.Save() ? Status.PinBlocked : Status.StorageFailed;
    }

    private Status Set(int rounds, long nowMs)
    {
        _vault.State.Pin.MaxTries = _maxTries;
        _vault.State.Pin.ErasesAtTheEnd = _erases;
        _vault.State.Pin.TriesUsed = 0;
        _vault.Note(AuditEvent.PinSet, _maxTries);
        if (!_vault.SaveWithPin(_pinKey, _salt, rounds))
        {
            return Status.StorageFailed;
        }

        _waitUntilMs = nowMs;
        _givenMs = nowMs;
        HasErased = false;
        return Status.Ok;
    }

    private static bool IsValid(byte[] digits, int count)
    {
        bool valid = count >= MinDigits && count <= MaxDigits;
        for (int i = 0; i < count && valid; i++)
        {
            valid = digits[i] <= 9;
        }

        return valid;
    }
}

/// <summary>How often a PIN may be tried, what follows the last try, and how many were used.</summary>
public sealed class PinPolicy : IStateSection
{
    public const int DefaultMaxTries = Limits.DefaultPinTries;

    public const int MinMaxTries = Limits.MinPinTries;

    public const int MaxMaxTries = Limits.MaxPinTries;

    /// <summary>The wait after the first wrong PIN; it doubles with each.</summary>
    public const int FirstWaitMs = 1000;

    public const int LongestWaitMs = 64000;

    public int SectionLength => 3;

    /// <summary>Wrong PINs in a row until the end: 3 to 15.</summary>
    public int MaxTries { get; set; }

    /// <summary>The end is that everything is erased; otherwise the token stays locked until its owner wipes it.</summary>
    public bool ErasesAtTheEnd { get; set; }

    /// <summary>Tries since the last right PIN. Counted before each is checked.</summary>
    public int TriesUsed { get; set; }

    public int TriesLeft => MaxTries > TriesUsed ? MaxTries - TriesUsed : 0;

    /// <summary>How long the next try has to wait after the last one.</summary>
    public int WaitMs
    {
        get
        {
            int wait = TriesUsed == 0 ? 0 : FirstWaitMs << (TriesUsed - 1);
            return wait < LongestWaitMs ? wait : LongestWaitMs;
        }
    }

    public void Reset()
    {
        MaxTries = DefaultMaxTries;
        ErasesAtTheEnd = false;
        TriesUsed = 0;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(MaxTries);
        writer.WriteByte(ErasesAtTheEnd ? 1 : 0);
        writer.WriteByte(TriesUsed);
    }

    public void Read(PayloadReader reader)
    {
        MaxTries = reader.ReadByte();
        ErasesAtTheEnd = reader.ReadByte() == 1;
        TriesUsed = reader.ReadByte();
    }
}
