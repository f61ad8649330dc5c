using HwToken.LocalAws.Services;

namespace HwToken.LocalAws.Signing;

/// <summary>What a signing key is good for: one day, one region, one service.</summary>
/// <param name="Date">UTC day as yyyyMMdd.</param>
internal sealed record CredentialScope(string Date, string Region, string Service)
{
    internal const string Terminator = "aws4_request";

    /// <summary>Takes KEYID/DATE/REGION/SERVICE/aws4_request apart.</summary>
    /// <exception cref="AwsException">It has other parts.</exception>
    internal static CredentialScope Parse(string credential, out string accessKeyId)
    {
        string[] parts = credential.Split('/');
        if (parts.Length != 5)
        {
            throw AwsException.IncompleteSignature(
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, "
                + $"got '{credential}'");
        }

        if (parts[4] != Terminator)
        {
            throw AwsException.SignatureDoesNotMatch(
                $"Credential should be scoped with a valid terminator: '{Terminator}', not '{parts[4]}'.");
        }

        accessKeyId = parts[0];
        return new CredentialScope(parts[1], parts[2], parts[3]);
    }

    /// <summary>DATE/REGION/SERVICE/aws4_request, as the string to sign has it.</summary>
    public override string ToString() => $"{Date}/{Region}/{Service}/{Terminator}";
}
