namespace HwToken.Aws.Sessions;

/// <summary>What STS hands out: an access key that ends by itself.</summary>
public sealed record SessionCredentials
{
    public required string AccessKeyId { get; init; }

    public required string SecretAccessKey { get; init; }

    public required string SessionToken { get; init; }

    /// <summary>UTC, whole seconds.</summary>
    public required DateTimeOffset Expiration { get; init; }

    /// <summary>Twelve digits: the account that the session works in. Null where STS did not say.</summary>
    public string? AccountId { get; init; }

    /// <summary>Without the secret parts.</summary>
    public override string ToString() => $"{AccessKeyId} until {Expiration:u}";
}
