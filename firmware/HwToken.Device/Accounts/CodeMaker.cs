using HwToken.Core.Otp;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Device.Accounts;

/// <summary>
/// Computes an account's codes (RFC 6238). A key is in memory for as long as one code takes, or, as what HMAC-SHA1 makes
/// of it, until <see cref="Forget"/>.
/// </summary>
public sealed class CodeMaker
{
    private readonly HmacSha1 _hmacSha1 = new HmacSha1();
    private readonly IHmac _hmacSha256;

    // Made anew only for an account of another kind: one kind after the other costs no garbage.
    private Totp _totp;
    private OtpAlgorithm _algorithm;
    private int _digits;
    private int _period;

    public CodeMaker(IHmac hmacSha256)
    {
        _hmacSha256 = hmacSha256;
    }

    /// <summary>The key of the last <see cref="ComputeAndKeep"/> is still in use.</summary>
    public bool KeepsKey { get; private set; }

    /// <summary>Computes the code of a time step, 0 to 10^digits - 1, and clears the record's key.</summary>
    public int Compute(AccountRecord record, long timeStep)
    {
        int code = ComputeAndKeep(record, timeStep);
        Forget();
        return code;
    }

    /// <summary>
    /// As <see cref="Compute"/>, and keeps what costs half of a code: the states of both hashes behind the key. They give
    /// codes, and not the key. The platform's HMAC would have to keep the key itself, and gains nothing: it is cleared.
    /// </summary>
    public int ComputeAndKeep(AccountRecord record, long timeStep)
    {
        IHmac hmac = HmacOf(record.Entry);
        hmac.SetKey(record.Key, 0, record.KeyLength);
        record.Clear();
        int code = TotpOf(record.Entry).Compute(timeStep);
        KeepsKey = hmac == _hmacSha1;
        if (!KeepsKey)
        {
            hmac.Clear();
            _hmacSha1.Clear();
        }

        return code;
    }

    /// <summary>Another code of the account whose key is kept.</summary>
    /// <exception cref="System.InvalidOperationException">None is kept.</exception>
    public int ComputeKept(AccountEntry account, long timeStep)
    {
        return TotpOf(account).Compute(timeStep);
    }

    /// <summary>Forgets the key that is kept, if there is one.</summary>
    public void Forget()
    {
        if (KeepsKey)
        {
            KeepsKey = false;
            _hmacSha1.Clear();
        }
    }

    /// <summary>The number of the time step that holds this second.</summary>
    public long TimeStep(AccountEntry account, long unixSeconds)
    {
        return TotpOf(account).TimeStep(unixSeconds);
    }

    /// <summary>Seconds until the next time step begins: 1 to the account's period.</summary>
    public int SecondsLeft(AccountEntry account, long unixSeconds)
    {
        return TotpOf(account).SecondsLeft(unixSeconds);
    }

    private IHmac HmacOf(AccountEntry account)
    {
        return account.Algorithm == OtpAlgorithm.HmacSha256 ? _hmacSha256 : _hmacSha1;
    }

    private Totp TotpOf(AccountEntry account)
    {
        bool same = _totp != null
            && account.Algorithm == _algorithm && account.Digits == _digits && account.Period == _period;
        if (!same)
        {
            _totp = new Totp(HmacOf(account), account.Digits, account.Period);
            _algorithm = account.Algorithm;
            _digits = account.Digits;
            _period = account.Period;
        }

        return _totp;
    }
}
