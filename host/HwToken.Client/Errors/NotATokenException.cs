namespace HwToken.Client.Errors;

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
