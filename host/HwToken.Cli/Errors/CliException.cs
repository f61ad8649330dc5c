// Exit statuses, and the errors that lead to them.
namespace HwToken.Cli.Errors;

/// <summary>How a run ended, for the script that started it.</summary>
internal enum ExitStatus
{
    Done = 0,

    /// <summary>Something on this computer went wrong: a file, the configuration, the network, the serial line.</summary>
    Failed = 1,

    /// <summary>The command line says nothing that can be done.</summary>
    BadUsage = 2,

    /// <summary>No token, or none that can be told from the others.</summary>
    NoToken = 3,

    /// <summary>The owner declined, nobody pressed the button, or the token cannot do it in its present state.</summary>
    TokenRefused = 4,

    AwsRefused = 5,

    /// <summary>The program that <c>exec</c> was to run is there and cannot be run, as shells report it.</summary>
    CannotExecute = 126,

    /// <summary>The program that <c>exec</c> was to run is not there, as shells report it.</summary>
    CommandNotFound = 127,

    /// <summary>128 + SIGHUP: the terminal was closed.</summary>
    HungUp = 129,

    /// <summary>128 + SIGINT, as shells report it: Ctrl-C is the user's doing and none of the failures above.</summary>
    Interrupted = 130,

    /// <summary>128 + SIGTERM.</summary>
    Terminated = 143,
}

/// <summary>A failure that the command line itself finds, with what to do about it and how the process ends.</summary>
/// <param name="message">What went wrong: lower case, no full stop, no secret.</param>
/// <param name="hint">What to do: likewise; null where there is nothing to say.</param>
internal sealed class CliException(ExitStatus status, string message, string? hint = null) : Exception(message)
{
    public ExitStatus Status { get; } = status;

    public string? Hint { get; } = hint;

    public static CliException BadUsage(string message, string? hint = null) => new(ExitStatus.BadUsage, message, hint);
}

/// <summary>Some tokens have the account and some have not; what stopped it comes with it, and decides the exit status.</summary>
/// <param name="hint">What to do, now that it is so.</param>
internal sealed class PartlyStoredException(string hint, Exception cause) : Exception(cause.Message, cause)
{
    public string Hint { get; } = hint;
}
