namespace HwToken.Aws.Codes;

/// <summary>A one-time password, good for one request.</summary>
/// <param name="Digits">Six decimal digits.</param>
/// <param name="TimeStep">The step that it belongs to (RFC 6238, section 4.2: T).</param>
/// <param name="SecondsLeft">Seconds until the step ends, by the token's clock.</param>
public sealed record MfaCode(string Digits, long TimeStep, int SecondsLeft)
{
    /// <summary>Without the digits.</summary>
    public override string ToString() => $"MFA code of time step {TimeStep}";
}
