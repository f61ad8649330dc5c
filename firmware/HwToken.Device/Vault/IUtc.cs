namespace HwToken.Device.Vault;

/// <summary>What the time is, for whoever writes it down.</summary>
public interface IUtc
{
    /// <summary>Seconds since 1970-01-01T00:00:00Z; 0 while the clock cannot be believed.</summary>
    long UnixSecondsOrZero { get; }
}
