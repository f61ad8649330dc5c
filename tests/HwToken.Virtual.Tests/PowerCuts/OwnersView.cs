using System.Globalization;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Time;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;

namespace HwToken.Virtual.Tests.PowerCuts;

/// <summary>All that its owner finds out about a token that has just got power, over its link and with its button.</summary>
internal sealed record OwnersView(string Clock, string Pin, string Seal, string Accounts, int Comparisons, long Events)
{
    public const int LongestPinWaitMs = 64_000;

    /// <param name="bench">Just started; it is no longer afterwards.</param>
    /// <param name="pinOf">The PIN, told from how many wrong ones may be given.</param>
    /// <param name="keys">Names of the keys that an account may have.</param>
    public static OwnersView Of(TokenBench bench, Func<int, string> pinOf, params string[] keys)
    {
        InfoReply info = bench.Ask(Command.Info).As<InfoReply>();
        string clock = ClockOf(bench, info.Clock);
        if (info.Pin is { IsSet: true, TriesLeft: 0 })
        {
            return new OwnersView(clock, PinOf(info.Pin), SealOf(info.Seal), "blocked", 0, 0);
        }

        if (info.Pin.IsLocked)
        {
            bench.Run(LongestPinWaitMs);
            Assert.Equal(Status.Ok, bench.Unlock(pinOf(info.Pin.MaxTries)).Status);
            bench.TakeReplies();
        }

        bool hasCodes = info.Clock.State == ClockState.Running && !info.Seal.IsSealed;
        return new OwnersView(
            clock,
            PinOf(info.Pin),
            SealOf(info.Seal),
            string.Join(", ", Names(bench).Select(name => hasCodes ? $"{name} with {KeyOf(bench, name, keys)}" : name)),
            bench.Ask(Command.ListComparisons).As<ListComparisonsReply>().Count,
            bench.Ask(Command.ReadAudit, Request.ReadAudit()).As<ReadAuditReply>().Total);
    }

    /// <summary>Its time in whole hours ahead of a clock that was set when the bench began: to set it takes some seconds.</summary>
    private static string ClockOf(TokenBench bench, ClockReply clock)
    {
        if (clock.State != ClockState.Running)
        {
            return $"{clock.State}";
        }

        // What the chip is trimmed by and what the token believes so must not come apart.
        Assert.True(new Ds3231Compensation(bench.Chip).TryReadAgingOffset(out int steps));
        Assert.Equal(clock.Quality.Aging, steps);
        long elapsed = (bench.Time.NowMs - new ManualTime().NowMs) / 1000;
        double ahead = Math.Round((clock.UnixSeconds - TokenBench.FirstUnixSeconds - elapsed) / 3600.0);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ahead} h ahead, {clock.Quality.Jumps} jumps, aging {steps}, residual {clock.Quality.ResidualPpb}");
    }

    private static string PinOf(PinState pin) => pin.IsSet
        ? $"locked {pin.IsLocked}, {pin.TriesLeft} of {pin.MaxTries} tries, erases {pin.Erases}"
        : "none";

    private static string SealOf(SealState seal) =>
        $"sealed {seal.IsSealed}, number {seal.Number}, {seal.Openings} openings, drilled {seal.DrillUnixSeconds > 0}";

    private static IEnumerable<string> Names(TokenBench bench)
    {
        ListAccountsReply list = bench.Ask(Command.ListAccounts, Request.ListAccounts()).As<ListAccountsReply>();
        Assert.Equal(list.Total, list.Count);
        return [.. list.Entries.Take(list.Count).Select(entry => entry.Name.ToString())];
    }

    /// <summary>The one key whose code the account gives.</summary>
    private static string KeyOf(TokenBench bench, string name, string[] keys)
    {
        GetCodeReply reply = bench.AskAndAgree(Command.GetCode, Request.GetCode(name)).As<GetCodeReply>();
        string code = reply.Code.ToString("D6", CultureInfo.InvariantCulture);
        return keys.Single(key => ReferenceTotp.Code(TokenBench.KeyOf(key), reply.TimeStep) == code);
    }
}
