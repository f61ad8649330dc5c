using System.Security.Cryptography;
using System.Text;
using HwToken.Core.Otp;

namespace HwToken.LocalAws.Accounts;

/// <summary>A virtual MFA device as AWS keeps it: its key, and how far its codes are used up.</summary>
internal sealed class MfaDevice
{
    // AWS publishes no window; RFC 6238 section 5.2 recommends one step back, and a token's clock may also be fast.
    private const int WindowSteps = 1;
    private const int Digits = 6;

    private readonly Lock _gate = new();
    private readonly Totp _totp;
    private long _lastUsedStep = -1;

    /// <param name="seed">The key's bytes, 1 to 128; cleared here.</param>
    internal MfaDevice(string serialNumber, byte[] seed)
    {
        SerialNumber = serialNumber;
        HmacSha1 hmac = new();
        hmac.SetKey(seed, 0, seed.Length);
        CryptographicOperations.ZeroMemory(seed);
        _totp = new Totp(hmac, Digits);
    }

    internal string SerialNumber { get; }

    /// <summary>
    /// True if the code is that of the current time step, of the one before or of the one after, and neither this step
    /// nor a later one was used before (RFC 6238, section 5.2). The step is used up then.
    /// </summary>
    internal bool TryUse(string code, DateTimeOffset now)
    {
        byte[] given = Encoding.UTF8.GetBytes(code);
        lock (_gate)
        {
            long current = _totp.TimeStep(now.ToUnixTimeSeconds());
            long matching = -1;
            for (long step = current + WindowSteps; step >= Math.Max(0, current - WindowSteps); step--)
            {
                // Every step is computed and compared in full, whatever was found before: time tells nothing.
                byte[] expected = Encoding.ASCII.GetBytes(CodeText.Format(_totp.Compute(step), Digits));
                matching = CryptographicOperations.FixedTimeEquals(expected, given) && step > _lastUsedStep ? step : matching;
            }

            _lastUsedStep = Math.Max(_lastUsedStep, matching);
            return matching >= 0;
        }
    }
}
