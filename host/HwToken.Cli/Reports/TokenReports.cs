// A token's states, PIN and seal in tables and JSON.
using System.Globalization;
using System.Text.Json;
using HwToken.Cli.Output;
using HwToken.Client.Model;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;

namespace HwToken.Cli.Reports;

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

/// <summary>What a token tells of its PIN.</summary>
internal static class PinReport
{
    public static void AddTo(Table table, TokenPin pin)
    {
        table.Add("pin", StateOf(pin));
        if (pin.IsSet)
        {
            table.Add("tries left", string.Create(CultureInfo.InvariantCulture, $"{pin.TriesLeft} of {pin.MaxTries}"));
            table.Add("after the last", pin.Erases ? "everything is erased" : "it stays locked");
        }
    }

    /// <summary>The fields of an object that the caller begins and ends.</summary>
    public static void WriteTo(Utf8JsonWriter json, TokenPin pin)
    {
        json.WriteBoolean("set", pin.IsSet);
        json.WriteBoolean("locked", pin.IsLocked);
        JsonFields.WriteOptional(json, "triesLeft", pin.IsSet ? pin.TriesLeft : null);
        JsonFields.WriteOptional(json, "maxTries", pin.IsSet ? pin.MaxTries : null);
        json.WriteString("afterLast", pin.IsSet ? (pin.Erases ? "erase" : "lock") : null);
    }

    private static string StateOf(TokenPin pin) => pin switch
    {
        { IsBlocked: true } => "blocked",
        { IsLocked: true } => "locked",
        { IsSet: true } => "set, unlocked",
        _ => "not set",
    };
}

/// <summary>A token's seal.</summary>
internal static class SealReport
{
    /// <summary>In a few words: "number 7, since 2027-01-15 08:00:00 UTC".</summary>
    public static string Of(TokenSeal seal) => seal.IsSealed
        ? string.Create(CultureInfo.InvariantCulture, $"number {seal.Number}, since {Readable(seal.SealedAt)}")
        : "none";

    public static void AddTo(Table table, TokenSeal seal)
    {
        table.Add("seal", Of(seal));
        table.Add("openings", seal.Openings.ToString(CultureInfo.InvariantCulture));
        if (seal.LastDrill is DateTimeOffset drill)
        {
            table.Add("last drill", UtcText.Readable(drill));
        }
    }

    /// <summary>The fields of an object that the caller begins and ends.</summary>
    public static void WriteTo(Utf8JsonWriter json, TokenSeal seal)
    {
        json.WriteBoolean("sealed", seal.IsSealed);
        JsonFields.WriteOptional(json, "number", seal.Number);
        json.WriteString("sealedAt", Iso(seal.SealedAt));
        json.WriteNumber("openings", seal.Openings);
        json.WriteString("lastDrill", Iso(seal.LastDrill));
        json.WriteString("nextDrill", Iso(seal.NextDrill));
    }

    private static string? Iso(DateTimeOffset? time) => time is DateTimeOffset t ? UtcText.Iso(t) : null;

    private static string Readable(DateTimeOffset? time) =>
        time is DateTimeOffset t ? UtcText.Readable(t) : "an unknown time";
}
