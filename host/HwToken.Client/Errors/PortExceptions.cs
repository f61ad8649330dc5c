// Why there is no token at a port, or no longer.
using HwToken.Client.Model;

namespace HwToken.Client.Errors;

/// <summary>No token is plugged in, or there is no such port.</summary>
public sealed class NoTokenException(string message, string hint, Exception? inner = null)
    : TokenClientException(TokenFailure.NoToken, message, hint, inner);

/// <summary>Several tokens are plugged in, and nobody said which one is meant.</summary>
public sealed class ManyTokensException(IReadOnlyList<FoundToken> tokens) : TokenClientException(
    TokenFailure.NoToken,
    $"{tokens.Count} tokens are plugged in: {string.Join(", ", tokens)}",
    $"name one with --port or HWTOKEN_PORT, such as --port {tokens[0].Port.Path}")
{
    public IReadOnlyList<FoundToken> Tokens => tokens;
}

/// <summary>Something is at the port, and it does not talk as a token does, or not at all.</summary>
public sealed class NotATokenException : TokenClientException
{
    internal NotATokenException(string port, string what, Exception? inner = null)
        : base(
            TokenFailure.NoToken,
            $"no token at {port}: {what}",
            "see the tokens with: hwtoken list; then name the right port with --port or HWTOKEN_PORT",
            inner)
    {
        Port = port;
    }

    public string Port { get; }
}

/// <summary>Somebody else uses the port.</summary>
public sealed class PortBusyException : TokenClientException
{
    private PortBusyException(string port, string message, string hint, Exception? inner)
        : base(TokenFailure.Failed, message, hint, inner)
    {
        Port = port;
    }

    public string Port { get; }

    /// <summary>By another hwtoken, which will be done with it sometime.</summary>
    public bool IsUsedByHwToken { get; private init; }

    /// <summary>That hwtoken has found a token there. Until then it may be any board.</summary>
    public bool IsToken { get; private init; }

    internal static PortBusyException ByHwToken(string port, bool isToken) => new(
        port,
        $"port busy: another hwtoken uses {port}",
        "it may be waiting for a press on the token: answer there, or stop it, then try again",
        null)
    {
        IsUsedByHwToken = true,
        IsToken = isToken,
    };

    internal static PortBusyException ByAnotherProgram(string port, Exception? inner) => new(
        port,
        $"port busy: another program uses {port}",
        "close that program, such as a serial monitor or a modem manager, then try again",
        inner);
}

/// <summary>The port is there, and this user or this system cannot open it.</summary>
public sealed class PortUnusableException : TokenClientException
{
    private PortUnusableException(string message, string hint, Exception inner)
        : base(TokenFailure.Failed, message, hint, inner)
    {
    }

    internal static PortUnusableException NotPermitted(string port, Exception inner) => new(
        $"no permission to open {port}",
        OperatingSystem.IsLinux()
            ? $"add yourself to the group that owns it (ls -lL {port} names it, often dialout) and sign in again"
            : "ask the administrator of this computer for access to it",
        inner);

    /// <summary>On Unix the serial library has a native half of its own, a file beside the program.</summary>
    internal static PortUnusableException LibraryMissing(Exception inner) => new(
        "cannot use serial ports: libSystem.IO.Ports.Native is missing",
        "keep it in the folder of the program, where the build has put it",
        inner);

    internal static PortUnusableException Failed(string port, string reason, Exception inner) => new(
        $"cannot open {port}: {reason}",
        "unplug the token, plug it in again and retry",
        inner);
}

/// <summary>The token has stopped answering, perhaps in the middle of an answer.</summary>
public sealed class TokenSilentException : TokenClientException
{
    internal TokenSilentException(string port, bool insideAnAnswer)
        : base(
            TokenFailure.Failed,
            insideAnAnswer
                ? $"the token at {port} stopped in the middle of an answer"
                : $"the token at {port} stopped answering",
            "unplug the token, plug it in again and retry")
    {
        Port = port;
        IsInsideAnAnswer = insideAnAnswer;
    }

    public string Port { get; }

    /// <summary>An answer had begun to arrive.</summary>
    public bool IsInsideAnAnswer { get; }
}

/// <summary>The line ended: the token was pulled out, or its program stopped.</summary>
public sealed class TokenUnpluggedException : TokenClientException
{
    internal TokenUnpluggedException(string port, Exception? inner = null)
        : base(
            TokenFailure.Failed,
            $"the token at {port} was unplugged",
            "plug it in again and retry; its own screen shows what it has stored",
            inner)
    {
        Port = port;
    }

    public string Port { get; }
}
