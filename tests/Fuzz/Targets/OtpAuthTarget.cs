using HwToken.Core.Otp;

namespace HwToken.Fuzz.Targets;

/// <summary>otpauth URIs, as QR codes carry them: whatever is taken prints as a URI that is taken as the same account.</summary>
public sealed class OtpAuthTarget : ITarget
{
    private readonly char[] _text = new char[512];

    public string Name => "otpauth";

    public int MaxLength => 400;

    public IEnumerable<byte[]> Seeds =>
    [
        [.. "otpauth://totp/alice@123456789012?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Amazon%20Web%20Services"u8],
        [.. "otpauth://totp/Example:a%3Ab?secret=MZXW6YQ&algorithm=SHA256&digits=8&period=60&image=x"u8],
        [.. "OTPAUTH://TOTP/%E2%82%AC?SECRET=mzxw6yq=&foo=bar#frag"u8],
        [.. "otpauth://hotp/a?secret=MZXW6YQ&counter=1"u8],
        [.. "otpauth-migration://offline?data=CjEK"u8],
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        for (int i = 0; i < input.Length; i++)
        {
            _text[i] = (char)input[i];
        }

        OtpAuthUriError error = OtpAuthUri.Parse(_text, 0, input.Length, out OtpAuthUri uri, out int errorPosition);
        if (errorPosition < -1 || errorPosition > input.Length || (error == OtpAuthUriError.None) != (uri is not null))
        {
            throw new InvalidDataException("the error does not fit");
        }

        if (uri is not null)
        {
            RequireRoundTrip(uri);
        }
    }

    private static void RequireRoundTrip(OtpAuthUri uri)
    {
        char[] printed = uri.Print();
        OtpAuthUriError error = OtpAuthUri.Parse(printed, 0, printed.Length, out OtpAuthUri again, out _);
        bool same = error == OtpAuthUriError.None && again.Issuer == uri.Issuer && again.Account == uri.Account
            && again.Key.AsSpan().SequenceEqual(uri.Key)
            && (again.Algorithm, again.Digits, again.Period) == (uri.Algorithm, uri.Digits, uri.Period);
        if (!same)
        {
            throw new InvalidDataException($"it prints as another account: {error}");
        }
    }
}
