namespace HwToken.Base;

/// <summary>A one-time password, good for one request, that does not get into a log by accident.</summary>
/// <param name="digits">6 to 8 decimal digits, leading zeros included.</param>
/// <param name="timeStep">The time step that it belongs to (RFC 6238, section 4.2: T).</param>
/// <param name="secondsLeft">Seconds until that step ends, by the token's clock, when the token answered.</param>
public sealed class MfaCode(string digits, long timeStep, int secondsLeft)
{
    /// <summary>The time step that it belongs to (RFC 6238, section 4.2: T).</summary>
    public long TimeStep => timeStep;

    /// <summary>Seconds until that step ends, by the token's clock, when the token answered.</summary>
    public int SecondsLeft => secondsLeft;

    /// <summary>The digits, for the one who asked for them.</summary>
    public string Reveal() => digits;

    /// <summary>Without the digits.</summary>
    public override string ToString() => $"MFA code of {digits.Length} digits for time step {timeStep}";
}
