using System.Globalization;

namespace HwToken.Benchmarks.Il;

/// <summary>Between what fields, elements and parameters hold and what the evaluation stack holds.</summary>
internal static class Cells
{
    /// <summary>Small integers and enumerations become int; so do unsigned ones, bit for bit.</summary>
    public static object? Load(object? value) => value switch
    {
        bool b => b ? 1 : 0,
        Enum e => Convert.ToInt32(e, CultureInfo.InvariantCulture),
        byte b => (int)b,
        sbyte b => (int)b,
        char c => (int)c,
        short s => (int)s,
        ushort s => (int)s,
        uint u => unchecked((int)u),
        ulong u => unchecked((long)u),
        _ => value,
    };

    public static object? Store(object? value, Type type)
    {
        unchecked
        {
            return type switch
            {
                _ when type.IsEnum => Enum.ToObject(type, value!),
                _ when type == typeof(bool) => (int)value! != 0,
                _ when type == typeof(byte) => (byte)(int)value!,
                _ when type == typeof(char) => (char)(int)value!,
                _ when type == typeof(uint) => (uint)(int)value!,
                _ => value,
            };
        }
    }
}
