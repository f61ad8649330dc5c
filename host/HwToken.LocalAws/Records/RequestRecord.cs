namespace HwToken.LocalAws.Records;

/// <summary>What is remembered of a request: never a secret key, an MFA code or a session token.</summary>
/// <param name="Time">When the request arrived, UTC.</param>
/// <param name="RequestId">As in the reply.</param>
/// <param name="Action">Null if the request named none that exists.</param>
/// <param name="AccessKeyId">Null if the request named none, or nothing that looks like one.</param>
/// <param name="User">ARN of the caller; null unless the signature was right.</param>
/// <param name="Outcome"><see cref="Success"/>, or AWS's error code.</param>
/// <param name="Status">The reply's HTTP status.</param>
/// <param name="MfaSerial">The MFA device that the request named; null if none, or no ARN.</param>
public sealed record RequestRecord(
    DateTimeOffset Time,
    string RequestId,
    string? Action,
    string? AccessKeyId,
    string? User,
    string Outcome,
    int Status,
    string? MfaSerial)
{
    /// <summary>The outcome of a request that was granted.</summary>
    public const string Success = "Success";
}
