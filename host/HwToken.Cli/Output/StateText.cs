using HwToken.Core.Otp;
using HwToken.Core.Protocol;

namespace HwToken.Cli.Output;

/// <summary>The protocol's enumerations as words for people and for scripts.</summary>
internal static class StateText
{
    public static string Of(TokenState state) => state switch
    {
        TokenState.Ready => "ready",
        TokenState.Asking => "asking its owner",
        TokenState.AwaitingStep => "waiting for a code",
        TokenState.Faulted => "storage fault",
        TokenState.Locked => "locked",
        _ => $"unknown ({(int)state})",
    };

    public static string Of(ClockState state) => state switch
    {
        ClockState.Running => "running",
        ClockState.NeverSet => "never set",
        ClockState.Stopped => "stopped",
        ClockState.Unreadable => "unreadable",
        _ => $"unknown ({(int)state})",
    };

    public static string Of(ClockRate rate) => rate switch
    {
        ClockRate.Unknown => "unknown",
        ClockRate.Learned => "learned",
        ClockRate.Implausible => "implausible",
        _ => $"unknown ({(int)rate})",
    };

    /// <summary>As otpauth URIs write it.</summary>
    public static string Of(OtpAlgorithm algorithm) => algorithm switch
    {
        OtpAlgorithm.HmacSha1 => "SHA1",
        OtpAlgorithm.HmacSha256 => "SHA256",
        _ => $"unknown ({(int)algorithm})",
    };
}
