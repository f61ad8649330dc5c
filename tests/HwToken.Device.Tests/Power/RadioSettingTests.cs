using HwToken.Core.Protocol;
using HwToken.Device.Power;

namespace HwToken.Device.Tests.Power;

/// <summary>The blocks are written here from the structures' declarations: nanoHAL_Network.h of nf-interpreter.</summary>
public class RadioSettingTests
{
    private const byte AutoConnect = 4 | 2;
    private const byte SmartConfig = 8 | 2;

    [Theory]
    [InlineData(AutoConnect | 2 | SmartConfig, RadioState.On)] // the runtime's own default
    [InlineData(2, RadioState.On)]
    [InlineData(0, RadioState.Off)]
    [InlineData(1, RadioState.Off)]
    [InlineData(1 | 2, RadioState.On)] // the runtime looks at that bit alone
    [InlineData(8, RadioState.Off)]
    public void Block_Options_DecideByTheBitThatTheRuntimeLooksAt(byte options, RadioState state)
    {
        Assert.Equal(state, RadioSetting.Read(Station(options), RadioSetting.StationLength));
        Assert.Equal(state, RadioSetting.Read(AccessPoint(options), RadioSetting.AccessPointLength));
    }

    [Fact]
    public void Block_OfAnotherLengthOrMarker_IsNotUnderstood()
    {
        byte[] station = Station(2);
        Assert.Equal(RadioState.Unknown, RadioSetting.Read(station, RadioSetting.StationLength - 1));
        Assert.Equal(RadioState.Unknown, RadioSetting.Read([.. station, 0], RadioSetting.StationLength + 1));
        Assert.Equal(RadioState.Unknown, RadioSetting.Read(new byte[111], 0));
        station[2] = (byte)'2';
        Assert.Equal(RadioState.Unknown, RadioSetting.Read(station, RadioSetting.StationLength));
    }

    [Fact]
    public void SwitchOff_ChangesTheOptionsAndNothingElse()
    {
        byte[] block = Station(AutoConnect | SmartConfig);
        RadioSetting.SwitchOff(block);
        Assert.Equal(Station(1), block);
        Assert.Equal(RadioState.Off, RadioSetting.Read(block, block.Length));
    }

    [Theory]
    [InlineData(RadioState.Off, RadioState.Off, RadioState.Off)]
    [InlineData(RadioState.On, RadioState.Off, RadioState.On)]
    [InlineData(RadioState.Off, RadioState.On, RadioState.On)]
    [InlineData(RadioState.Unknown, RadioState.On, RadioState.On)]
    [InlineData(RadioState.Unknown, RadioState.Off, RadioState.Unknown)]
    [InlineData(RadioState.Off, RadioState.Unknown, RadioState.Unknown)]
    public void Radio_IsOff_OnlyIfBothBlocksSaySo(RadioState station, RadioState accessPoint, RadioState together) =>
        Assert.Equal(together, RadioSetting.Of(station, accessPoint));

    /// <summary>Marker "WN1", id, authentication, encryption, radio type, name 32, password 64, options.</summary>
    private static byte[] Station(int options) =>
        [.. "WN1\0"u8, 0, 0, 0, 0, 8, 3, 0, .. Enumerable.Repeat((byte)'n', 32), .. Enumerable.Repeat((byte)'p', 64), (byte)options];

    /// <summary>The same with "AP1", and the channel and the number of clients behind it.</summary>
    private static byte[] AccessPoint(int options) => [.. "AP1\0"u8, .. Station(options).AsSpan(4), 6, 4];
}
