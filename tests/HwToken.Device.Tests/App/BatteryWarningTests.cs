using HwToken.Device.Ports;
using HwToken.Device.Power;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;

namespace HwToken.Device.Tests.App;

/// <summary>When the token looks at its battery, and what it shows of it.</summary>
public class BatteryWarningTests
{
    private const int Low = BatteryLevel.LowMillivolts - 1;
    private const int Good = 4800;

    private readonly TokenBench _bench = TokenBench.WithAccounts("a");

    [Theory]
    [InlineData(Good, BatteryState.Good)]
    [InlineData(Low, BatteryState.Low)]
    [InlineData(BatteryLevel.EmptyMillivolts - 1, BatteryState.Empty)]
    [InlineData(0, BatteryState.Unknown)]
    public void Press_OnBattery_ShowsTheCodeAndWarnsWhereItMust(int millivolts, BatteryState state)
    {
        Watch watch = Restart(millivolts);

        _bench.Press();

        Assert.True(ShowsCode(state), _bench.Panel.ToText());
        Assert.Equal(1, watch.Measurements);
    }

    [Fact]
    public void Press_OnBattery_IsMeasuredWithTheDigitsOnTheScreen()
    {
        Watch watch = Restart(Low);

        _bench.Press();

        Assert.Equal(PanelDigits.Read(_bench.Panel.Snapshot(), 6), watch.DigitsMeanwhile);
        Assert.NotNull(watch.DigitsMeanwhile);
    }

    [Fact]
    public void Awake_OnBattery_IsMeasuredOnceAndAgainAfterTheNextWaking()
    {
        Watch watch = Restart(Low);
        _bench.Press();
        _bench.Press();
        _bench.Run(Timing.AwakeMs / 2);
        Assert.Equal(1, watch.Measurements);

        _bench.RunUntilAsleep();
        watch.BatteryMillivolts = Good;
        _bench.Press();

        Assert.Equal(2, watch.Measurements);
        Assert.True(ShowsCode(BatteryState.Good), _bench.Panel.ToText());
    }

    [Fact]
    public void Press_OnUsb_MeasuresNothingAndWarnsOfNothing()
    {
        Watch watch = Restart(Low);
        _bench.Press();
        _bench.RunUntilAsleep();
        watch.ExternalPower = true;

        _bench.Press();

        Assert.Equal(1, watch.Measurements);
        Assert.True(ShowsCode(BatteryState.Unknown), _bench.Panel.ToText());
    }

    [Fact]
    public void Press_NoAccounts_Warns()
    {
        var bench = new TokenBench { Power = { ExternalPower = false, BatteryMillivolts = Low } };
        bench.Press();

        byte[] serial = bench.Ask(Core.Protocol.Command.Hello).As<Core.Protocol.Messages.HelloReply>().Serial;
        Assert.True(bench.Shows(s =>
        {
            s.SetBattery(BatteryState.Low);
            s.ShowNoAccounts(serial);
        }));
    }

    [Fact]
    public void Step_WhileItWarns_AllocatesNothing()
    {
        Restart(Low);
        _bench.Press();

        long allocated = Allocations.Of(() =>
        {
            for (int i = 0; i < 2_000; i++)
            {
                _bench.App.Step(_bench.Time.NowMs);
                _bench.Time.Advance(1);
            }
        });

        Assert.Equal(0, allocated);
    }

    private Watch Restart(int millivolts)
    {
        var watch = new Watch(_bench) { BatteryMillivolts = millivolts };
        _bench.Board.Power = watch;
        _bench.Restart();
        return watch;
    }

    private bool ShowsCode(BatteryState state)
    {
        long now = _bench.UnixSeconds();
        int code = int.Parse(ReferenceTotp.Code(TokenBench.KeyOf("a"), now / 30), null);
        return _bench.Shows(s =>
        {
            s.SetBattery(state);
            s.ShowCode(code, 6, Request.Text("a"), 30 - (int)(now % 30), 30, next: false, boundSeconds: 2);
        });
    }

    private sealed class Watch(TokenBench bench) : IPower
    {
        private int _millivolts;

        public int Measurements { get; private set; }

        /// <summary>What the panel showed when the battery was measured last.</summary>
        public string? DigitsMeanwhile { get; private set; }

        public bool ExternalPower { get; set; }

        public int BatteryMillivolts
        {
            get
            {
                Measurements++;
                DigitsMeanwhile = PanelDigits.Read(bench.Panel.Snapshot(), 6);
                return _millivolts;
            }

            set => _millivolts = value;
        }
    }
}
