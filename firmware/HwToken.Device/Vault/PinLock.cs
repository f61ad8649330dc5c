using System;
using HwToken.Core.Audit;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Device.Ports;

namespace HwToken.Device.Vault;

/// <summary>The PIN: counts each try before it is checked, makes the tries wait, and ends them.</summary>
/// <remarks>
/// PBKDF2 takes about a second, in portions: <see cref="TryCheck"/> or <see cref="TrySet"/> begins, and
/// <see cref="Step"/> goes on until it returns true. A power cut in between has cost the try.
/// </remarks>
public sealed class PinLock
{
    public const int MinDigits = 4;

    public const int MaxDigits = 12;

    /// <summary>What a new PIN's rounds take, so long as they are enough.</summary>
    public const int StretchMs = 1000;

    /// <summary>At the least, however slow the chip.</summary>
    public const int MinRounds = 1000;

    /// <summary>At the most, however fast: more would not fit into the time of the slower token that reads the same state.</summary>
    public const int MaxRounds = 10000000;

    /// <summary>Rounds of one portion: some milliseconds on the chip.</summary>
    private const int Portion = 32;

    /// <summary>The wait after the first wrong PIN; it doubles with each.</summary>
    private const int FirstWaitMs = 1000;

    private const int LongestWaitMs = 64000;

    /// <summary>So long after it was given, the PIN may be changed or removed.</summary>
    private const int FreshMs = 60000;

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
    public bool IsSet
    {
        get { return _vault.State.KeySlot.HasPin; }
    }

    /// <summary>Every try is used up, and the token stays locked.</summary>
    public bool IsBlocked
    {
        get { return IsSet && _vault.State.Pin.TriesLeft == 0; }
    }

    /// <summary>A PIN is being checked or set.</summary>
    public bool IsBusy
    {
        get { return _work != Work.None; }
    }

    /// <summary>How the check or the setting went, once <see cref="Step"/> has returned true.</summary>
    public Status Result { get; private set; }

    /// <summary>Whether a try would be taken now.</summary>
    /// <returns>Ok, PinNotSet, PinBlocked or PinWait.</returns>
    public Status CheckTry(long nowMs)
    {
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

    /// <summary>Seconds until the next try is taken. After a start the whole wait begins anew.</summary>
    public int WaitSeconds(long nowMs)
    {
        if (_waitUntilMs == Never)
        {
            _waitUntilMs = nowMs + WaitMs(_vault.State.Pin.TriesUsed);
        }

        return nowMs < _waitUntilMs ? (int)((_waitUntilMs - nowMs + 999) / 1000) : 0;
    }

    /// <summary>The PIN was given within the last minute: whoever asks is the owner.</summary>
    public bool WasJustGiven(long nowMs)
    {
        return _givenMs != Never && nowMs - _givenMs < FreshMs;
    }

    /// <summary>Counts a try on storage, then begins to check a PIN.</summary>
    /// <param name="digits">0 to 9 each; the caller clears them.</param>
    /// <returns>Ok, or why not: PinInvalid, PinNotSet, PinBlocked, PinWait, StorageFailed. Only Ok has cost a try.</returns>
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
    /// <param name="erases">Everything is erased behind the last try.</param>
    /// <returns>Ok, Locked or PinInvalid.</returns>
    public Status TrySet(byte[] digits, int count, int maxTries, bool erases, long nowMs)
    {
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
    /// <returns>Ok or StorageFailed.</returns>
    public Status Remove()
    {
        _vault.State.Pin.Reset();
        _vault.Note(AuditEvent.PinRemoved, 0);
        Array.Clear(_salt, 0, _salt.Length);
        _givenMs = Never;
        return _vault.SaveWithPin(null, _salt, 0) ? Status.Ok : Status.StorageFailed;
    }

    /// <summary>Locks the token, if it has a PIN.</summary>
    public void Lock()
    {
        Cancel();
        _givenMs = Never;
        _vault.Lock();
    }

    /// <summary>Gives up what is under way. A try that was counted stays counted.</summary>
    public void Cancel()
    {
        _work = Work.None;
        _kdf.Clear();
        Array.Clear(_pin, 0, _pin.Length);
        Array.Clear(_pinKey, 0, _pinKey.Length);
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
        Cancel();
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

    private Status Check(long nowMs)
    {
        if (_vault.TryOpen(_pinKey))
        {
            _vault.State.Pin.TriesUsed = 0;
            _waitUntilMs = nowMs;
            _givenMs = nowMs;
            return _vault.Save() ? Status.Ok : Status.StorageFailed;
        }

        int used = _vault.State.Pin.TriesUsed;
        _waitUntilMs = nowMs + WaitMs(used);
        _vault.Note(AuditEvent.PinFailed, used);
        if (!IsBlocked)
        {
            return _vault.Save() ? Status.PinWrong : Status.StorageFailed;
        }

        if (_vault.State.Pin.ErasesAtTheEnd)
        {
            return _vault.Wipe() ? Status.PinErased : Status.StorageFailed;
        }

        return _vault.Save() ? Status.PinBlocked : Status.StorageFailed;
    }

    private Status Set(int rounds, long nowMs)
    {
        _vault.State.Pin.MaxTries = _maxTries;
        _vault.State.Pin.ErasesAtTheEnd = _erases;
        _vault.State.Pin.TriesUsed = 0;
        _vault.Note(AuditEvent.PinSet, _maxTries);
        _givenMs = nowMs;
        return _vault.SaveWithPin(_pinKey, _salt, rounds) ? Status.Ok : Status.StorageFailed;
    }

    private static int WaitMs(int triesUsed)
    {
        if (triesUsed == 0)
        {
            return 0;
        }

        int wait = FirstWaitMs << (triesUsed - 1);
        return wait < LongestWaitMs ? wait : LongestWaitMs;
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
