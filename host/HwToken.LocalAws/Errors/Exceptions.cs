// The two ways in which something goes wrong: for the client, as AWS says it, and for the one who runs the program.
using System.Net;

namespace HwToken.LocalAws.Errors;

/// <summary>A refusal, as AWS words it: HTTP status, error code, message for a person.</summary>
/// <remarks>
/// The codes that every service shares stand here, from the "Common Errors" page of the STS API reference; what one
/// action refuses stands with the action.
/// </remarks>
internal sealed class AwsException(HttpStatusCode status, string code, string message) : Exception(message)
{
    internal HttpStatusCode Status { get; } = status;

    internal string Code { get; } = code;

    internal static AwsException AccessDenied(string message) => new(HttpStatusCode.Forbidden, "AccessDenied", message);

    internal static AwsException ExpiredToken() =>
        new(HttpStatusCode.Forbidden, "ExpiredToken", "The security token included in the request is expired");

    internal static AwsException IncompleteSignature(string message) =>
        new(HttpStatusCode.BadRequest, "IncompleteSignature", message);

    internal static AwsException InternalFailure() => new(
        HttpStatusCode.InternalServerError,
        "InternalFailure",
        "The request processing has failed because of an unknown error, exception or failure.");

    internal static AwsException InvalidAction(string action, string version) => new(
        HttpStatusCode.BadRequest, "InvalidAction", $"Could not find operation {action} for version {version}");

    internal static AwsException InvalidClientTokenId() => new(
        HttpStatusCode.Forbidden, "InvalidClientTokenId", "The security token included in the request is invalid.");

    internal static AwsException MalformedInput(string message) =>
        new(HttpStatusCode.BadRequest, "MalformedInput", message);

    internal static AwsException MissingAction() => new(
        HttpStatusCode.BadRequest, "MissingAction", "The request is missing an action or a required parameter.");

    internal static AwsException MissingAuthenticationToken() =>
        new(HttpStatusCode.Forbidden, "MissingAuthenticationToken", "Request is missing Authentication Token");

    internal static AwsException SignatureDoesNotMatch(string message) =>
        new(HttpStatusCode.Forbidden, "SignatureDoesNotMatch", message);

    internal static AwsException ValidationError(string message) =>
        new(HttpStatusCode.BadRequest, "ValidationError", message);
}

/// <summary>The server cannot start as asked: what is wrong, and the cure.</summary>
/// <param name="message">Lower case, no full stop.</param>
/// <param name="hint">What to do about it, in the same style.</param>
public sealed class LocalAwsException(string message, string hint, Exception? cause = null) : Exception(message, cause)
{
    public string Hint { get; } = hint;
}
