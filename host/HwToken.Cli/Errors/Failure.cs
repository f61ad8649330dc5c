// Every exception as an exit status, a message and a hint.
using HwToken.Aws.Model;
using HwToken.Base.Files;
using HwToken.Client.Errors;
using HwToken.Paper.Text;

namespace HwToken.Cli.Errors;

/// <summary>An exception as the user is told of it.</summary>
internal sealed record Failure(ExitStatus Status, string Message, string? Hint)
{
    public static Failure Of(Exception exception, Interruption interruption) => exception switch
    {
        PartlyStoredException { InnerException: Exception cause } e => Of(cause, interruption) with { Hint = e.Hint },
        CliException e => new(e.Status, e.Message, e.Hint),
        TokenClientException e => new(StatusOf(e.Kind), e.Message, e.Hint),
        AwsException e => new(StatusOf(e.Kind), e.Message, e.Hint),
        OperationCanceledException when interruption.Token.IsCancellationRequested => new(interruption.Status, "cancelled", null),
        OperationCanceledException => new(ExitStatus.Interrupted, "cancelled", null),
        PaperException e => new(ExitStatus.Failed, e.Message, e.Hint),
        ObstacleException e => new(ExitStatus.Failed, e.Message, e.Hint),
        IOException or UnauthorizedAccessException => new(ExitStatus.Failed, AsClause(exception.Message), null),
        _ => new(ExitStatus.Failed, $"unexpected: {AsClause(exception.Message)}", "please report it with what --debug prints"),
    };

    private static ExitStatus StatusOf(TokenFailure kind) => kind switch
    {
        TokenFailure.NoToken => ExitStatus.NoToken,
        TokenFailure.Refused => ExitStatus.TokenRefused,
        _ => ExitStatus.Failed,
    };

    private static ExitStatus StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.TokenMissing => ExitStatus.NoToken,
        FailureKind.TokenRefused => ExitStatus.TokenRefused,
        FailureKind.CodeRefused or FailureKind.SerialRefused or FailureKind.AccessDenied or FailureKind.KeyUnknown or FailureKind.SignatureRefused
            or FailureKind.ClockSkew or FailureKind.RegionDisabled or FailureKind.RequestRefused or FailureKind.Throttled => ExitStatus.AwsRefused,
        _ => ExitStatus.Failed,
    };

    /// <summary>A library's sentence in our printer's form.</summary>
    public static string AsClause(string sentence)
    {
        string clause = sentence.TrimEnd('.', ' ');
        // An abbreviation or a name keeps its capital.
        bool isWord = clause.Length > 1 && char.IsUpper(clause[0]) && !char.IsUpper(clause[1]);
        return isWord ? char.ToLowerInvariant(clause[0]) + clause[1..] : clause;
    }
}
