namespace HwToken.Client.Errors;

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
