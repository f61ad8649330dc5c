namespace HwToken.Client.Errors;

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
