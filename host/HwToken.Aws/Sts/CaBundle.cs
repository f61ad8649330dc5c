using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HwToken.Aws.Sts;

/// <summary>A PEM file of authorities, which take the place of the system's, as in the AWS CLI.</summary>
/// <param name="Path">With ~ expanded.</param>
/// <param name="NamedBy">The variable or the profile that names it.</param>
internal sealed record CaBundle(string Path, string NamedBy)
{
    /// <exception cref="AwsException">It is not a PEM file with certificates.</exception>
    public X509ChainPolicy ToPolicy()
    {
        // HttpClient's own default asks nobody about revocation either.
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
        };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Unreadable();
        }

        return policy.CustomTrustStore.Count > 0 ? policy : throw Unreadable();
    }

    private AwsException Unreadable() => new(
        FailureKind.CaBundleUnreadable,
        $"no certificates in {Path}, which {NamedBy} names",
        "write the path of a PEM file with the authorities to trust in place of the system's");
}
