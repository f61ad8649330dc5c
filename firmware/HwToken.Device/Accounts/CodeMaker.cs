using HwToken.Core.Otp;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Device.Accounts;

/// <summary>
/// Computes an account's codes (RFC 6238). A key is in memory for as long as one code takes, or, as what HMAC-SHA1 makes
/// of it, until <see cref="Forget"/>.
/// </summary>
public sealed class CodeMaker
{
    private readonly HmacSha1 _hmacSha1 = new();
    private readonly IHmac _hmacSha256;

    // Replaced only for an account of another kind: accounts of one kind in a row cost no garbage.
    private Totp _totp;
    private OtpAlgorithm _algorithm;
    private int _digits;
    private int _period;

    /// <summary>The record whose key is kept; null while none is.</summary>
    private AccountRecord _kept;

    public CodeMaker(IHmac hmacSha256)
    {
        _hmacSha256 = hmacSha256;
    }

    /// <summary>
    /// Whether <see cref="ComputeKept"/> can go on with this record's key. False once a code has been computed of
    /// another record: its caller cannot get codes of another key.
    /// </summary>
    public bool Keeps(AccountRecord record) => _kept != null && _kept == record;

    /// <summary>Computes the code of a time step, 0 to 10^digits - 1, and clears the record's key.</summary>
    public int Compute(AccountRecord record, long timeStep)
    {
        int code = ComputeAndKeep(record, timeStep);
        Forget();
        return code;
    }

    /// <summary>
    /// As <see cref="Compute"/>, and keeps for this record what costs half of a code: the states of both hashes after the
    /// key. They give codes, but not the key. The platform's HMAC would have to keep the key itself: it is cleared.
    /// </summary>
    public int ComputeAndKeep(AccountRecord record, long timeStep)
    {
        IHmac hmac = HmacOf(record.Entry);
        hmac.SetKey(record.Key, 0, record.KeyLength);
        record.Clear();
        int code = TotpOf(record.Entry).Compute(timeStep);
        _kept = hmac == _hmacSha1 ? record : null;
        if (_kept == null)
        {
            hmac.Clear();
            _hmacSha1.Clear();
        }

        return code;
    }

    /// <summary>Another code of the record whose key is kept.</summary>
    /// <exception cref="System.InvalidOperationException">It is not this one's.</exception>
    public int ComputeKept(AccountRecord record, long timeStep)
    {
        if (!Keeps(record))
        {
            throw new System.InvalidOperationException("the key of this record is not kept");
        }

        return TotpOf(record.Entry).Compute(timeStep);
    }

    /// <summary>Forgets the key that is kept, if there is one.</summary>
    public void Forget()
    {
        if (_kept != null)
        {
            _kept = null;
            _hmacSha1.Clear();
        }
    }

    /// <summary>The number of the time step that holds this second.</summary>
    public long TimeStep(AccountEntry account, long unixSeconds) => TotpOf(account).TimeStep(unixSeconds);

    /// <summary>Seconds until the next time step begins: 1 to the account's period.</summary>
    public int SecondsLeft(AccountEntry account, long unixSeconds) => TotpOf(account).SecondsLeft(unixSeconds);

    private IHmac HmacOf(AccountEntry account) =>
        account.Algorithm == OtpAlgorithm.HmacSha256 ? _hmacSha256 : _hmacSha1;

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
