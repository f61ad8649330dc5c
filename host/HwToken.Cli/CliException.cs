namespace HwToken.Cli;

/// <summary>A failure that the command line itself finds, with what to do about it and how the process ends.</summary>
/// <param name="message">What went wrong: lower case, no full stop, no secret.</param>
/// <param name="hint">What to do: likewise; null where there is nothing to say.</param>
internal sealed class CliException(ExitStatus status, string message, string? hint = null) : Exception(message)
{
    public ExitStatus Status { get; } = status;

    public string? Hint { get; } = hint;

    public static CliException BadUsage(string message, string? hint = null) => new(ExitStatus.BadUsage, message, hint);
}
