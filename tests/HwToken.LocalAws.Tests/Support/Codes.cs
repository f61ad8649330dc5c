using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Otp;

namespace HwToken.LocalAws.Tests.Support;

/// <summary>Codes as a token would show them, computed with the framework's HMAC and not with the core's.</summary>
internal static class Codes
{
    /// <param name="steps">Time steps from now: -1 is the code before.</param>
    internal static string At(DateTimeOffset time, string base32Seed, int steps = 0)
    {
        char[] text = base32Seed.ToCharArray();
        byte[] room = new byte[Base32.MaxDecodedLength(text.Length)];
        int length = Base32.Decode(text, 0, text.Length, room, out _);

        byte[] counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (time.ToUnixTimeSeconds() / 30) + steps);
        byte[] mac = HMACSHA1.HashData(room.AsSpan(0, length), counter);
        int code = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 0x0F)) & 0x7FFFFFFF;
        return (code % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Six digits that are the code of none of the steps around now.</summary>
    internal static string Wrong(DateTimeOffset time, string base32Seed)
    {
        string[] near = [.. Enumerable.Range(-3, 7).Select(step => At(time, base32Seed, step))];
        return Enumerable.Range(0, 10).Select(i => new string((char)('0' + i), 6)).First(code => !near.Contains(code));
    }
}
