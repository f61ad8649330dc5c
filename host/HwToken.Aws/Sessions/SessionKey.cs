using System.Globalization;

namespace HwToken.Aws.Sessions;

/// <summary>Everything that makes one session another session. Nothing of it is secret.</summary>
internal sealed record SessionKey
{
    public required string AccessKeyId { get; init; }

    public required string MfaSerial { get; init; }

    public string? RoleArn { get; init; }

    public string? RoleSessionName { get; init; }

    public string? ExternalId { get; init; }

    public required int DurationSeconds { get; init; }

    public required string Region { get; init; }

    public string? Endpoint { get; init; }

    /// <summary>Sixteen hex digits for a file's name. Two keys may share them: a file holds its key besides.</summary>
    public string ShortName =>
        Hashing.ShortName(
            AccessKeyId, MfaSerial, RoleArn, RoleSessionName, ExternalId,
            DurationSeconds.ToString(CultureInfo.InvariantCulture), Region, Endpoint);
}
