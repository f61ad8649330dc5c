using HwToken.LocalAws.Accounts;
using HwToken.LocalAws.Sessions;

namespace HwToken.LocalAws.Services.Sts;

/// <summary>SerialNumber and TokenCode, which GetSessionToken and AssumeRole share.</summary>
internal sealed class MfaParameters
{
    private const string BothOrNone =
        "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.";

    private const string InvalidDevice =
        "MultiFactorAuthentication failed, unable to validate MFA code.  "
        + "Please verify your MFA serial number is valid and associated with this user.";

    // The blank at the end is AWS's.
    private const string InvalidCode = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";

    private readonly string? _serialNumber;
    private readonly string? _tokenCode;

    internal MfaParameters(ParameterChecks checks)
    {
        _serialNumber = checks.Text("SerialNumber", Shapes.SerialNumber);
        _tokenCode = checks.Text("TokenCode", Shapes.TokenCode);
    }

    /// <summary>Whether a code came with the request, right or wrong.</summary>
    internal bool Given => _serialNumber is not null || _tokenCode is not null;

    /// <summary>
    /// Checks the code, if there is one, and uses it up. To be called last, so that a code is not lost to a request that
    /// is refused for another reason.
    /// </summary>
    /// <exception cref="AwsException">The device is not the caller's, or the code is wrong, too old, or was used.</exception>
    internal void Use(Caller caller, DateTimeOffset now)
    {
        if (!Given)
        {
            return;
        }

        if (_serialNumber is null || _tokenCode is null)
        {
            throw AwsException.AccessDenied(BothOrNone);
        }

        MfaDevice device = caller.Principal.FindDevice(_serialNumber) ?? throw AwsException.AccessDenied(InvalidDevice);
        if (!device.TryUse(_tokenCode, now))
        {
            throw AwsException.AccessDenied(InvalidCode);
        }
    }
}
