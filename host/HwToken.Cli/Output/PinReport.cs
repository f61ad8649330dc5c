using System.Globalization;
using System.Text.Json;
using HwToken.Client.Model;

namespace HwToken.Cli.Output;

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
