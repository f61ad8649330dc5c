using System.Net;
using HwToken.Base;
using HwToken.LocalAws.Accounts;

namespace HwToken.LocalAws.Records;

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
