using HwToken.Client.Accounts;
using HwToken.Client.Errors;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Core.Text;

namespace HwToken.Client.Exchange;

/// <summary>Fills in requests, and refuses here what every token would refuse.</summary>
internal static class Fields
{
    /// <exception cref="TokenException">No account can have this name.</exception>
    public static void SetId(byte[] id, string name)
    {
        var text = new Utf8Text(Limits.NameLength);
        SetName(text, name);
        byte[] digest = new byte[Sha1.DigestLength];
        AccountId.Compute(new Sha1(), text, digest);
        digest.AsSpan(0, AccountId.Length).CopyTo(id);
    }

    /// <param name="name">Or the ARN of an MFA device, for which the account's name stands.</param>
    /// <exception cref="TokenException">No account can have this name.</exception>
    /// <exception cref="MfaSerialTooLongException">No name stands for this ARN.</exception>
    public static void SetName(Utf8Text target, string name)
    {
        if (name.Length == 0 || !target.TrySet(MfaSerial.NameOf(name)) || !target.IsPrintable)
        {
            throw new TokenException(Status.NameInvalid, $"'{name}'");
        }
    }

    /// <exception cref="TokenException">No token takes it.</exception>
    public static void SetAccount(AccountEntry target, TokenAccount account)
    {
        SetName(target.Name, account.Name);
        target.Algorithm = account.Algorithm;
        target.Digits = account.Digits;
        target.Period = account.Period;
        if (target.Check() != Status.Ok || account.Period > Limits.MaxPeriod)
        {
            throw new TokenException(Status.ParameterInvalid, account.Name);
        }
    }
}
