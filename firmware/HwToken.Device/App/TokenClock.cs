using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ports;
using HwToken.Device.Time;
using HwToken.Device.Vault;

namespace HwToken.Device.App;

/// <summary>UTC, and whether it can be believed: what the chip says, held against what the token remembers.</summary>
public sealed class TokenClock : IUtc
{
    private readonly Ds3231 _chip;
    private readonly TokenVault _vault;

    public TokenClock(IClockChip chip, TokenVault vault)
    {
        _chip = new Ds3231(chip);
        _vault = vault;
    }

    public long UnixSecondsOrZero
    {
        get
        {
            Read(out long unixSeconds);
            return unixSeconds;
        }
    }

    /// <param name="unixSeconds">Seconds since 1970-01-01T00:00:00Z; 0 unless the clock runs.</param>
    public ClockState Read(out long unixSeconds)
    {
        ClockReading reading = _chip.Read(out unixSeconds);
        ClockState state = Judge(reading, unixSeconds);
        if (state != ClockState.Running)
        {
            unixSeconds = 0;
        }

        return state;
    }

    /// <summary>Sets the clock: the second begins now.</summary>
    /// <returns>
    /// Ok; TimeInvalid, ClockUnreadable or StorageFailed. In the last case the chip has the new time and the token does
    /// not remember it: a clock that was never set still counts as such.
    /// </returns>
    public Status Set(long unixSeconds)
    {
        if (!CanHold(unixSeconds))
        {
            return Status.TimeInvalid;
        }

        // The chip first. The other way round, a power cut in between would leave a token that believes a chip that
        // has not been told the time.
        if (!_chip.Set(unixSeconds))
        {
            return Status.ClockUnreadable;
        }

        _vault.State.Clock.WasSet = true;
        _vault.State.Clock.SetUnixSeconds = unixSeconds;
        _vault.Note(AuditEvent.ClockSet, 0);
        return _vault.Save() ? Status.Ok : Status.StorageFailed;
    }

    public static bool CanHold(long unixSeconds)
    {
        return unixSeconds >= Ds3231.MinUnixSeconds && unixSeconds <= Ds3231.MaxUnixSeconds;
    }

    /// <summary>Fills in what GetClock, SetClock and Info answer.</summary>
    public void Report(ClockReply reply)
    {
        reply.State = Read(out long unixSeconds);
        reply.UnixSeconds = unixSeconds;
        reply.LastSetUnixSeconds = _vault.State.Clock.SetUnixSeconds;
    }

    /// <summary>The status that refuses a code because of the clock; Ok where it runs.</summary>
    public static Status Refusal(ClockState state)
    {
        switch (state)
        {
            case ClockState.Running: return Status.Ok;
            case ClockState.NeverSet: return Status.ClockNeverSet;
            case ClockState.Stopped: return Status.ClockStopped;
            default: return Status.ClockUnreadable;
        }
    }

    private ClockState Judge(ClockReading reading, long unixSeconds)
    {
        if (reading == ClockReading.Unreadable)
        {
            return ClockState.Unreadable;
        }

        if (!_vault.State.Clock.WasSet)
        {
            return ClockState.NeverSet;
        }

        // A time before the one that it was set to: the chip has lost it, whatever its flag says, or is another chip.
        bool believed = reading == ClockReading.Running && unixSeconds >= _vault.State.Clock.SetUnixSeconds;
        return believed ? ClockState.Running : ClockState.Stopped;
    }
}
