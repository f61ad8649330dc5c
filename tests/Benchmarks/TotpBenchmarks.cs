using BenchmarkDotNet.Attributes;
using HwToken.Core.Otp;

namespace HwToken.Benchmarks;

/// <summary>A code from a time, as text: ours into an array that is there already, Otp.NET's as its string.</summary>
[MemoryDiagnoser]
public class TotpBenchmarks
{
    private const long Time = 1_234_567_890;

    private readonly char[] _text = new char[6];
    private OtpNet.Totp _otpNet = null!;
    private Totp _totp = null!;

    /// <summary>Bytes of the key: RFC 4226's recommendation, and what AWS gives.</summary>
    [Params(20, 40)]
    public int KeyLength { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        byte[] key = [.. Enumerable.Range(1, KeyLength).Select(i => (byte)(i * 73))];
        var hmac = new HmacSha1();
        hmac.SetKey(key, 0, key.Length);
        _totp = new Totp(hmac);
        _otpNet = new OtpNet.Totp(key);

        HwToken();
        if (OtpNet() != new string(_text))
        {
            throw new InvalidOperationException("the two give different codes");
        }
    }

    [Benchmark(Baseline = true)]
    public string OtpNet() => _otpNet.ComputeTotp(DateTime.UnixEpoch.AddSeconds(Time));

    [Benchmark]
    public char[] HwToken()
    {
        CodeText.Write(_totp.Compute(_totp.TimeStep(Time)), _text.Length, _text, 0);
        return _text;
    }
}
