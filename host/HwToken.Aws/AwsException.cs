namespace HwToken.Aws;

/// <summary>No session, and why.</summary>
/// <param name="message">What went wrong: lower case, no full stop, nothing secret.</param>
/// <param name="hint">What to do about it: likewise.</param>
public sealed class AwsException(FailureKind kind, string message, string hint) : Exception(message)
{
    public FailureKind Kind { get; } = kind;

    public string Hint { get; } = hint;
}
