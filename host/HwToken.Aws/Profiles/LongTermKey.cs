namespace HwToken.Aws.Profiles;

/// <summary>An IAM user's own access key: good until somebody deletes it.</summary>
public sealed record LongTermKey(string AccessKeyId, string SecretAccessKey)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => AccessKeyId;
}
