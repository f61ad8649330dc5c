// What is recorded of a request.
using System.Net;
using HwToken.Base;
using HwToken.LocalAws.Accounts;

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

/// <summary>Collects a request's record while the request is dealt with.</summary>
internal sealed class RequestNotes(DateTimeOffset time, string requestId)
{
    private const int MaxSerialNumberLength = 256;

    private string? _accessKeyId;
    private string? _mfaSerial;

    internal string RequestId => requestId;

    internal string? Action { get; set; }

    internal string? User { get; set; }

    /// <summary>Keeps what the client called its access key id, unless it may be something else, put there by mistake.</summary>
    internal void SetAccessKeyId(string text) => _accessKeyId = AccessKeyId.IsValid(text) ? text : null;

    /// <summary>Likewise for the serial number of an MFA device: an ARN and nothing else.</summary>
    internal void SetMfaSerial(string? text) =>
        _mfaSerial = text?.Length <= MaxSerialNumberLength && Arn.TryParseIam(text, "mfa") is not null ? text : null;

    internal RequestRecord Complete(string outcome, HttpStatusCode status) =>
        new(time, requestId, Action, _accessKeyId, User, outcome, (int)status, _mfaSerial);
}
