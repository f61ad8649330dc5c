namespace HwToken.Aws.Profiles;

/// <summary>A profile as the AWS CLI sees it: the config file's keys, and over them the credentials file's.</summary>
public sealed class Profile
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.OrdinalIgnoreCase);

    internal Profile(string name, IEnumerable<(string Path, IReadOnlyDictionary<string, string> Keys)> sources)
    {
        Name = name;
        foreach ((string path, IReadOnlyDictionary<string, string> keys) in sources)
        {
            foreach ((string key, string value) in keys.Where(pair => pair.Value.Length > 0))
            {
                _keys[key] = value;
                KeyFile = key.Equals("aws_access_key_id", StringComparison.OrdinalIgnoreCase) ? path : KeyFile;
            }
        }
    }

    public string Name { get; }

    public string? AccessKeyId => this["aws_access_key_id"];

    public string? SecretAccessKey => this["aws_secret_access_key"];

    public bool HasSessionToken => this["aws_session_token"] is not null;

    /// <summary>The file that has <see cref="AccessKeyId"/>.</summary>
    public string? KeyFile { get; }

    public string? MfaSerial => this["mfa_serial"];

    public string? RoleArn => this["role_arn"];

    public string? RoleSessionName => this["role_session_name"];

    public string? ExternalId => this["external_id"];

    public string? SourceProfile => this["source_profile"];

    /// <summary>Seconds, as written.</summary>
    public string? DurationSeconds => this["duration_seconds"];

    public string? Region => this["region"];

    public string? CredentialProcess => this["credential_process"];

    /// <summary>Path of a PEM file.</summary>
    public string? CaBundle => this["ca_bundle"];

    public string? EndpointUrl => this["endpoint_url"];

    /// <summary>The name of the config file's <c>[services name]</c> that has the endpoints of single services.</summary>
    public string? Services => this["services"];

    /// <summary>Whether it signs in through IAM Identity Center, as <c>aws configure sso</c> writes it.</summary>
    public bool UsesIdentityCenter => (this["sso_session"] ?? this["sso_start_url"]) is not null;

    /// <summary>Whose console sign-in <c>aws login</c> has stored: the ARN of a user or of a role's session.</summary>
    public string? LoginSession => this["login_session"];

    /// <summary>The name alone.</summary>
    public override string ToString() => Name;

    private string? this[string key] => _keys.GetValueOrDefault(key);
}
