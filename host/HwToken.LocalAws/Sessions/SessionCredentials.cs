namespace HwToken.LocalAws.Sessions;

/// <summary>Temporary credentials as STS hands them out.</summary>
internal sealed class SessionCredentials(string accessKeyId, string sessionToken, Session session)
{
    internal string AccessKeyId { get; } = accessKeyId;

    internal string SecretAccessKey => session.SecretAccessKey;

    internal string SessionToken { get; } = sessionToken;

    internal DateTimeOffset Expiration => session.Expiration;
}
