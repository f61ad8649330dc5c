using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Core.Text;

namespace HwToken.TestKit.Device;

/// <summary>Requests with their fields filled in.</summary>
public static class Request
{
    public static PutAccountRequest PutAccount(
        string name, byte[] key, int digits = 6, int period = 30, OtpAlgorithm algorithm = OtpAlgorithm.HmacSha1, bool replace = false)
    {
        var request = new PutAccountRequest { Replace = replace, KeyLength = key.Length };
        request.Account.Algorithm = algorithm;
        request.Account.Digits = digits;
        request.Account.Period = period;
        Set(request.Account.Name, name);
        key.CopyTo(request.Key, 0);
        return request;
    }

    public static RenameAccountRequest RenameAccount(string oldName, string newName)
    {
        var request = new RenameAccountRequest();
        SetId(request.AccountId, oldName);
        Set(request.NewName, newName);
        return request;
    }

    public static DeleteAccountRequest DeleteAccount(string name)
    {
        var request = new DeleteAccountRequest();
        SetId(request.AccountId, name);
        return request;
    }

    public static GetCodeRequest GetCode(string name, int minimumSecondsLeft = 0, long notBeforeStep = 0, string text = "")
    {
        var request = new GetCodeRequest { MinimumSecondsLeft = minimumSecondsLeft, NotBeforeStep = notBeforeStep };
        SetId(request.AccountId, name);
        Set(request.Text, text);
        return request;
    }

    public static SetClockRequest SetClock(long unixSeconds, int milliseconds = 0) =>
        new() { UnixSeconds = unixSeconds, Milliseconds = milliseconds };

    public static SetPinRequest SetPin(int maxTries = Limits.DefaultPinTries, bool erases = false) =>
        new() { MaxTries = maxTries, Erases = erases };

    /// <param name="letters">Their places in the alphabet.</param>
    public static EnterPinRequest EnterPin(params byte[] letters)
    {
        var request = new EnterPinRequest { Count = letters.Length };
        letters.CopyTo(request.Letters, 0);
        return request;
    }

    public static AdjustClockRequest AdjustClock(long unixMs, int offsetMs, int uncertaintyMs = 10) => new()
    {
        OffsetMs = offsetMs,
        UncertaintyMs = uncertaintyMs,
        UnixSeconds = unixMs / 1000,
        Milliseconds = (int)(unixMs % 1000),
    };

    public static SealRequest Seal(long number) => new() { Number = number };

    public static ReadAuditRequest ReadAudit(long start = 0) => new() { Start = start };

    public static DrillRequest Drill(long unixSeconds) => new() { UnixSeconds = unixSeconds };

    public static ListAccountsRequest ListAccounts(int start = 0) => new() { Start = start };

    /// <summary>A text of the protocol's, of which the tests take no more bytes than it holds.</summary>
    public static Utf8Text Text(string text)
    {
        var utf8 = new Utf8Text(Limits.NameLength);
        Set(utf8, text);
        return utf8;
    }

    /// <summary>The id of the account of that name.</summary>
    public static byte[] Id(string name)
    {
        byte[] id = new byte[AccountId.Length];
        SetId(id, name);
        return id;
    }

    private static void SetId(byte[] id, string name)
    {
        byte[] digest = new byte[Sha1.DigestLength];
        AccountId.Compute(new Sha1(), Text(name), digest);
        digest.AsSpan(0, AccountId.Length).CopyTo(id);
    }

    private static void Set(Utf8Text target, string text)
    {
        if (!target.TrySet(text))
        {
            throw new ArgumentException($"\"{text}\" has more bytes than the field", nameof(text));
        }
    }
}
