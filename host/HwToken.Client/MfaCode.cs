using HwToken.Core.Otp;

namespace HwToken.Client;

/// <summary>An MFA code, which does not find its way into a log by itself.</summary>
public sealed class MfaCode
{
    private readonly int _code;

    internal MfaCode(int code, int digits, long timeStep, TimeSpan timeLeft)
    {
        _code = code;
        Digits = digits;
        TimeStep = timeStep;
        TimeLeft = timeLeft;
    }

    /// <summary>6 to 8.</summary>
    public int Digits { get; }

    /// <summary>The time step (RFC 6238's T) that it belongs to.</summary>
    public long TimeStep { get; }

    /// <summary>Until that step ended, by the token's clock, when the token answered. Whole seconds.</summary>
    public TimeSpan TimeLeft { get; }

    /// <summary>The digits, leading zeros included: for whoever asked for them.</summary>
    public string Reveal() => CodeText.Format(_code, Digits);

    /// <summary>Does not show the digits.</summary>
    public override string ToString() => $"MFA code of {Digits} digits for time step {TimeStep}";
}
