using HwToken.Aws.Model;
using HwToken.Base;

namespace HwToken.Aws.Formats;

/// <summary>A session as environment variables.</summary>
public static class SessionVariables
{
    // Whatever would compete with the session in a child: other credentials, and other places to look for them.
    private static readonly string[] Competing =
    [
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE",
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_CREDENTIAL_EXPIRATION",
        "AWS_ACCESS_KEY", "AWS_SECRET_KEY", "AWS_SECURITY_TOKEN", "AWS_CREDENTIAL_FILE", "AWS_ACCOUNT_ID",
        "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
    ];

    /// <summary>The variables by the names that the AWS CLI and the SDKs read; the regions only where one is known.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(SessionCredentials credentials, string? region)
    {
        yield return new("AWS_ACCESS_KEY_ID", credentials.AccessKeyId);
        yield return new("AWS_SECRET_ACCESS_KEY", credentials.SecretAccessKey);
        yield return new("AWS_SESSION_TOKEN", credentials.SessionToken);
        yield return new("AWS_CREDENTIAL_EXPIRATION", Timestamp.Of(credentials.Expiration));
        if (credentials.AccountId is { } account)
        {
            // Becomes part of some services' host names: the wrong one sends requests to another account's.
            yield return new("AWS_ACCOUNT_ID", account);
        }

        if (region is not null)
        {
            // Older SDKs read only the second, some newer ones only the first.
            yield return new("AWS_REGION", region);
            yield return new("AWS_DEFAULT_REGION", region);
        }
    }

    /// <summary>The environment of a program that is to use the session and nothing else.</summary>
    /// <param name="caller">The environment to begin with; it is not changed.</param>
    public static Dictionary<string, string> AddTo(
        IReadOnlyDictionary<string, string> caller, SessionCredentials credentials, string? region)
    {
        var child = new Dictionary<string, string>(caller, HostEnvironment.NameComparer);
        foreach (string name in Competing)
        {
            child.Remove(name);
        }

        foreach ((string name, string value) in Of(credentials, region))
        {
            child[name] = value;
        }

        return child;
    }
}
