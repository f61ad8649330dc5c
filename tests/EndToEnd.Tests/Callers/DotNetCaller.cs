using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.CredentialManagement;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace HwToken.EndToEnd.Tests.Callers;

/// <summary>
/// The test assembly as a program, since the SDK reads its files and variables once a process: says whom STS takes the
/// credentials of a profile for. Arguments: "default" or "profiles", and for the latter the profile.
/// </summary>
internal static class DotNetCaller
{
    public static async Task<int> Main(string[] arguments)
    {
        try
        {
            AWSCredentials credentials = arguments is ["profiles", { } profile]
                ? OfProfile(profile)
                : DefaultAWSCredentialsIdentityResolver.GetCredentials();
            using var client = new AmazonSecurityTokenServiceClient(credentials);
            Console.WriteLine((await client.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Arn);
            return 0;
        }
        catch (AmazonClientException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static AWSCredentials OfProfile(string profile) =>
        new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out AWSCredentials found)
            ? found
            : throw new AmazonClientException($"no credentials in profile {profile}");
}
