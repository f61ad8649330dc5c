using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace HwToken.Aws.Sts;

/// <summary>Whom STS takes the credentials of this process's environment for.</summary>
/// <param name="Account">Twelve digits.</param>
/// <param name="Arn">The user, or the assumed role's session.</param>
public sealed record CallerIdentity(string Account, string Arn)
{
    /// <summary>Asks with the SDK's own defaults for credentials, region and endpoint, as any program would.</summary>
    /// <exception cref="Amazon.Runtime.AmazonClientException">No credentials, no answer.</exception>
    /// <exception cref="AmazonSecurityTokenServiceException">STS refuses them.</exception>
    public static async Task<CallerIdentity> GetAsync(CancellationToken cancellation)
    {
        using var client = new AmazonSecurityTokenServiceClient();
        GetCallerIdentityResponse response = await client
            .GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellation).ConfigureAwait(false);
        return new CallerIdentity(response.Account, response.Arn);
    }
}
