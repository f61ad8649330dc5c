using HwToken.Base;
using HwToken.Client.Accounts;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Exchange;

/// <summary>Turns replies into what users of this library see, and believes none of them unchecked.</summary>
/// <remarks>Names and texts are printed on terminals: what is not printable is no answer of a token.</remarks>
internal static class Replies
{
    // 9999-12-31T23:59:59Z, the last second that DateTimeOffset holds; five bytes reach further.
    private static readonly long LastUnixSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>A token looks for a second's beginning for a little more than one.</summary>
    private const int MostLatenessMs = 2000;

    private const double PpbPerPpm = 1000;

    public static TokenInfo Read(InfoReply reply, string port, DateTimeOffset hostTime) => reply.Board.IsPrintable
        ? new TokenInfo(
            new Version(reply.FirmwareMajor, reply.FirmwareMinor, reply.FirmwarePatch),
            reply.Board.ToString(),
            reply.Pin.IsLocked ? null : reply.Accounts,
            reply.AccountCapacity,
            reply.BatteryMillivolts == 0 ? null : reply.BatteryMillivolts,
            reply.ExternalPower,
            Read(reply.Clock, port, hostTime),
            Read(reply.Pin),
            Read(reply.Seal, port),
            reply.HasHealth ? Read(reply.Health, port) : null)
        : throw Nonsense(port, "the name of its board cannot be printed");

    private static TokenHealth Read(HealthState health, string port) =>
        health.Radio <= RadioState.On && (health.LastFault.Length == 0 || health.LastFault.IsPrintable)
            ? new TokenHealth(
                health.Radio,
                health.FreeHeapBytes == 0 ? null : health.FreeHeapBytes,
                health.LastFault.Length == 0 ? null : health.LastFault.ToString())
            : throw Nonsense(port, "what it says about its board cannot be");

    public static TokenClock Read(ClockReply reply, string port, DateTimeOffset hostTime)
    {
        if (reply.UnixSeconds > LastUnixSecond || reply.LastSetUnixSeconds > LastUnixSecond || reply.State > ClockState.Unreadable)
        {
            throw Nonsense(port, "its clock shows an impossible time");
        }

        ClockQuality quality = reply.Quality;
        if (quality.ComparedUnixSeconds > LastUnixSecond || quality.Rate > ClockRate.Implausible)
        {
            throw Nonsense(port, "what it says about its clock is impossible");
        }

        bool isRunning = reply.State == ClockState.Running;
        return new TokenClock(
            reply.State,
            isRunning ? DateTimeOffset.FromUnixTimeSeconds(reply.UnixSeconds) : null,
            reply.LastSetUnixSeconds > 0 ? DateTimeOffset.FromUnixTimeSeconds(reply.LastSetUnixSeconds) : null,
            hostTime,
            isRunning ? Read(quality) : null);
    }

    /// <summary>What a token took the moment for when its second began.</summary>
    public static DateTimeOffset Read(CompareClockReply reply, string port) =>
        reply.UnixSeconds <= LastUnixSecond && reply.Milliseconds < 1000 && reply.LatenessMs < MostLatenessMs
            ? DateTimeOffset.FromUnixTimeSeconds(reply.UnixSeconds).AddMilliseconds(reply.Milliseconds)
            : throw Nonsense(port, "its clock shows an impossible time");

    public static IReadOnlyList<PastComparison> Read(ListComparisonsReply reply, string port) =>
        [.. reply.Entries.Take(reply.Count).Select(entry => entry.Seconds <= LastUnixSecond
            ? new PastComparison(
                DateTimeOffset.FromUnixTimeSeconds(entry.Seconds),
                TimeSpan.FromMilliseconds(entry.GainedMs),
                TimeSpan.FromMilliseconds(entry.TrimmedMs),
                TimeSpan.FromMilliseconds(entry.UncertaintyMs),
                TemperatureOf(entry.Temperature))
            : throw Nonsense(port, "it remembers an impossible time"))];

    public static TokenSeal Read(SealState reply, string port)
    {
        DateTimeOffset? sealedAt = Time(reply.SealedUnixSeconds, port);
        return new TokenSeal(
            reply.IsSealed,
            sealedAt is null ? null : reply.Number,
            sealedAt,
            reply.Openings,
            Time(reply.DrillUnixSeconds, port));
    }

    public static DrillResult Read(DrillReply reply, string port, DateTimeOffset hostTime) =>
        reply.GoodAccounts <= reply.Accounts
            ? new DrillResult(
                reply.IsStorageWhole,
                reply.IsRecorded,
                reply.Accounts,
                reply.GoodAccounts,
                reply.BatteryMillivolts == 0 ? null : reply.BatteryMillivolts,
                reply.ExternalPower,
                reply.IsBatteryLow,
                Read(reply.Seal, port),
                Read(reply.Clock, port, hostTime))
            : throw Nonsense(port, $"it has {reply.Accounts} accounts, and {reply.GoodAccounts} good ones");

    /// <returns>Null for 0, which says that there is none.</returns>
    public static DateTimeOffset? Time(long unixSeconds, string port)
    {
        if (unixSeconds > LastUnixSecond)
        {
            throw Nonsense(port, "it tells an impossible time");
        }

        return unixSeconds == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(unixSeconds);
    }

    public static MfaCode Read(GetCodeReply reply, string port)
    {
        bool isCode = reply.Digits is >= Limits.MinDigits and <= Limits.MaxDigits
            && reply.Code >= 0 && reply.Code < Math.Pow(10, reply.Digits);
        return isCode
            ? new MfaCode(CodeText.Format(reply.Code, reply.Digits), reply.TimeStep, reply.SecondsLeft)
            : throw Nonsense(port, "its answer is not a code");
    }

    /// <param name="known">How many accounts came before this page.</param>
    public static IEnumerable<TokenAccount> Read(ListAccountsReply page, int known, string port)
    {
        int after = known + page.Count;
        if (after > page.Total || (page.Count == 0 && after < page.Total))
        {
            throw Nonsense(port, $"it counts {page.Total} accounts, and lists {after}");
        }

        return page.Entries.Take(page.Count).Select(entry => entry.Check() == Status.Ok
            ? new TokenAccount(entry.Name.ToString(), entry.Algorithm, entry.Digits, entry.Period)
            : throw Nonsense(port, "it lists an invalid account"));
    }

    private static TokenPin Read(PinState pin) => new(pin.IsSet, pin.IsLocked, pin.TriesLeft, pin.MaxTries, pin.Erases);

    private static ClockAccuracy Read(ClockQuality quality) => new(
        TimeSpan.FromMilliseconds(quality.BoundMs),
        TimeSpan.FromMilliseconds(quality.YearBoundMs),
        TimeSpan.FromMilliseconds(quality.GainedMs),
        quality.ResidualPpb / PpbPerPpm,
        quality.ResidualUncertaintyPpb / PpbPerPpm,
        quality.Aging,
        quality.Rate,
        TemperatureOf(quality.Temperature),
        quality.ComparedUnixSeconds > 0 ? DateTimeOffset.FromUnixTimeSeconds(quality.ComparedUnixSeconds) : null,
        quality.Jumps,
        quality.BackwardJumps);

    private static int? TemperatureOf(int temperature) =>
        temperature == ClockComparison.NoTemperature ? null : temperature;

    private static NotATokenException Nonsense(string port, string what) => new(port, what);
}
