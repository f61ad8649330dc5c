using System.Diagnostics;
using HwToken.Core.Otp;

namespace HwToken.TestKit.Otp;

/// <summary>
/// The OATH Toolkit's <c>oathtool</c>, an independent implementation (Debian's package of that name). One process
/// gives many codes; the key goes in through stdin as base32, which it decodes by itself.
/// </summary>
public static class Oathtool
{
    public const string Name = "oathtool";

    /// <summary>The codes of <paramref name="count"/> consecutive time steps, from that of a time on.</summary>
    public static string[] Totp(
        byte[] key,
        long unixSeconds,
        int count,
        int digits = 6,
        int periodSeconds = 30,
        long t0 = 0,
        OtpAlgorithm algorithm = OtpAlgorithm.HmacSha1)
    {
        string mode = algorithm == OtpAlgorithm.HmacSha256 ? "sha256" : "sha1";
        return Run(
            key, $"--totp={mode}", $"--now=@{unixSeconds}", $"--time-step-size={periodSeconds}s",
            $"--start-time=@{t0}", $"--digits={digits}", $"--window={count - 1}");
    }

    /// <summary>The codes of <paramref name="count"/> consecutive counters.</summary>
    public static string[] Hotp(byte[] key, long counter, int count, int digits = 6)
    {
        return Run(key, $"--counter={counter}", $"--digits={digits}", $"--window={count - 1}");
    }

    private static string[] Run(byte[] key, params string[] arguments)
    {
        var start = new ProcessStartInfo(ExternalTool.Find(Name) ?? throw new FileNotFoundException(Name))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments.Append("--base32").Append("-"))
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Write(Base32.Encode(key, 0, key.Length));
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"{Name} failed: {errors.Result}");
    }
}
