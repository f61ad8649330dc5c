using System.Text.Json;

namespace HwToken.Cli.Output;

internal static class JsonFields
{
    /// <summary>A number, or null: the field is there in every case, so that a script need not ask whether it is.</summary>
    public static void WriteOptional(Utf8JsonWriter json, string name, long? value)
    {
        if (value is long number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
