namespace HwToken.Device.Ports;

/// <summary>Where the current comes from.</summary>
public interface IPower
{
    /// <summary>The battery's voltage in millivolts; 0 where it cannot be measured.</summary>
    int BatteryMillivolts { get; }

    /// <summary>The token is fed from USB.</summary>
    bool ExternalPower { get; }
}
