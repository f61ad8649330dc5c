// The Security Token Service, and what its actions share.
using System.Globalization;
using System.Xml;
using HwToken.LocalAws.Accounts;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Query;
using HwToken.LocalAws.Sessions;

namespace HwToken.LocalAws.Services.Sts;

/// <summary>The AWS Security Token Service. An action more is a file beside this one and a line here.</summary>
internal static class StsService
{
    internal static AwsService Create(Account account, SessionTokens tokens) => new(
        "sts",
        "2011-06-15",
        "https://sts.amazonaws.com/doc/2011-06-15/",
        new AssumeRole(account, tokens),
        new GetCallerIdentity(),
        new GetSessionToken(tokens));
}

/// <summary>The shapes of STS's parameters (AWS STS API reference, version 2011-06-15).</summary>
internal static class Shapes
{
    internal static readonly TextConstraint Arn = new(
        20,
        2048,
        @"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+",
        c => c is '\t' or '\n' or '\r' or (>= ' ' and <= '~') or '\u0085' or >= '\u00A0');

    internal static readonly TextConstraint ExternalId = new(2, 1224, @"[\w+=,.@:\/-]*", TextConstraint.WordOr("+=,.@:/-"));

    internal static readonly TextConstraint RoleSessionName = new(2, 64, @"[\w+=,.@-]*", TextConstraint.WordOr("+=,.@-"));

    internal static readonly TextConstraint SerialNumber = new(9, 256, @"[\w+=/:,.@-]*", TextConstraint.WordOr("+=/:,.@-"));

    internal static readonly TextConstraint TokenCode = new(6, 6, @"[\d]*", char.IsAsciiDigit);
}

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

/// <summary>The Credentials data type of the STS API reference.</summary>
internal static class CredentialsElement
{
    internal static void Write(XmlWriter result, SessionCredentials credentials)
    {
        result.WriteStartElement("Credentials");
        result.WriteElementString("AccessKeyId", credentials.AccessKeyId);
        result.WriteElementString("SecretAccessKey", credentials.SecretAccessKey);
        result.WriteElementString("SessionToken", credentials.SessionToken);
        result.WriteElementString(
            "Expiration",
            credentials.Expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        result.WriteEndElement();
    }
}
