using System.Globalization;
using System.Security.Cryptography;
using HwToken.Cli.Secrets;
using HwToken.Core.Otp;

namespace HwToken.Cli.Output;

/// <summary>
/// The codes that a new account must give now and next (RFC 6238), so that its owner can compare them with the token's
/// screen before the key is used for anything.
/// </summary>
/// <remarks>
/// This is no way around the button: the key has not come from the token but is on its way to it, and this computer has
/// it in memory anyhow. It is the platform's HMAC that is asked, so that the two codes come from different programs.
/// </remarks>
/// <param name="SecondsLeft">How long the first is good for, by this computer's clock.</param>
internal sealed record ExpectedCodes(string Now, string Next, int SecondsLeft)
{
    public static ExpectedCodes Of(NewAccount account, DateTimeOffset now)
    {
        long step = now.ToUnixTimeSeconds() / account.Period;
        int left = account.Period - (int)(now.ToUnixTimeSeconds() % account.Period);
        return new ExpectedCodes(Code(account, step), Code(account, step + 1), left);
    }

    /// <summary>In two groups, as the token's screen shows them.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Grouped(Now)} ({SecondsLeft} s more), then {Grouped(Next)}");

    private static string Grouped(string code) => $"{code[..(code.Length / 2)]} {code[(code.Length / 2)..]}";

    private static string Code(NewAccount account, long step)
    {
        byte[] counter = new byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // SHA-1 is what RFC 4226 says, and a MAC does not rest on collisions being hard to find.
        byte[] mac = account.Algorithm == OtpAlgorithm.HmacSha256
            ? HMACSHA256.HashData(account.Key, counter)
            : HMACSHA1.HashData(account.Key, counter);
#pragma warning restore CA5350
        string code = CodeText.Format(Hotp.Truncate(mac, mac.Length, account.Digits), account.Digits);
        Array.Clear(mac);
        return code;
    }
}
