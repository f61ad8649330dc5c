using System.Globalization;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.App;

/// <summary>
/// What a token gave at 10,000 random times from 1970 to 2105, and at those where calendars and counters go wrong. The
/// random times lie in random days, two in a year, because an outside program is asked for a day at a time.
/// </summary>
public sealed class ObservedCodes
{
    private const string Name = "arn:aws:iam::123456789012:mfa/alice";
    private const int Days = 2 * 136;
    private const int TimesInADay = 37;
    private const int SecondsInADay = 86400;
    private const int Period = 30;

    private static readonly string[] NotableTimes =
    [
        "1970-01-01T00:00:00Z", "1972-02-29T12:00:00Z", "1999-12-31T23:59:58Z", "2000-02-28T23:59:58Z",
        "2000-02-29T23:59:58Z", "2023-12-31T23:59:58Z", "2024-02-28T23:59:58Z", "2024-02-29T23:59:58Z",
        "2027-01-15T08:00:00Z", "2038-01-19T03:14:06Z", "2096-02-29T23:59:58Z", "2099-12-31T23:59:58Z",
        "2100-02-27T23:59:58Z", "2100-02-28T12:00:00Z", "2100-02-28T23:59:58Z", "2100-03-01T12:00:00Z",
        "2100-03-01T23:59:58Z", "2100-12-31T23:59:58Z", "2104-02-28T23:59:58Z", "2104-02-29T23:59:58Z",
        "2105-12-31T23:59:00Z",
    ];

    private readonly TokenBench _bench = TokenBench.WithAccounts(Name);
    private readonly List<Observation> _onScreen = [];
    private readonly List<Observation> _overLink = [];

    public ObservedCodes()
    {
        var random = new Random(6238);
        long end = Seconds("2106-01-01T00:00:00Z") - SecondsInADay;
        IEnumerable<long> days = Enumerable.Range(0, Days)
            .Select(i => (i * (end / Days)) + random.NextInt64(end / Days));
        IEnumerable<(long Day, long Time)> times = days.SelectMany(
            day => Enumerable.Range(0, TimesInADay).Select(_ => (day, day + random.Next(SecondsInADay))));
        foreach ((long day, long time) in times.Concat(NotableTimes.Select(text => (Seconds(text), Seconds(text)))))
        {
            Observe(day, time);
        }
    }

    public static byte[] Key { get; } = TokenBench.KeyOf(Name);

    public IReadOnlyList<Observation> OnScreen => _onScreen;

    public IReadOnlyList<Observation> OverLink => _overLink;

    private static long Seconds(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    /// <summary>
    /// Sets the clock as a host does, after its cell was changed so that the chip itself is set, and takes a code in
    /// both ways.
    /// </summary>
    private void Observe(long day, long time)
    {
        _bench.Chip.LosePower();
        long setMs = _bench.Time.NowMs;
        Assert.Equal(Status.Ok, _bench.AskAndAgree(Command.SetClock, Request.SetClock(time)).Status);

        GetCodeReply reply = _bench.AskAndAgree(Command.GetCode, Request.GetCode(Name)).As<GetCodeReply>();
        long now = HostsTime();
        Assert.Equal((now / Period, Period - (int)(now % Period)), (reply.TimeStep, reply.SecondsLeft));
        _overLink.Add(new Observation(day, now / Period, CodeText.Format(reply.Code, reply.Digits)));

        _bench.Run(Timing.OutcomeMs);
        if (!_bench.Panel.IsOn)
        {
            _bench.Press();
        }

        string? digits = PanelDigits.Read(_bench.Panel.Snapshot(), 6);
        _onScreen.Add(new Observation(day, HostsTime() / Period, digits ?? "none"));

        // By the clock of the host, which knows nothing of the chip's.
        long HostsTime() => time + ((_bench.Time.NowMs - setMs) / 1000);
    }

    /// <summary>A code, and the time step that it should be of.</summary>
    public sealed record Observation(long Day, long TimeStep, string Code);
}
