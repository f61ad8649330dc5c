namespace HwToken.Client.Errors;

/// <summary>No token is plugged in, or there is no such port.</summary>
public sealed class NoTokenException(string message, string hint, Exception? inner = null)
    : TokenClientException(TokenFailure.NoToken, message, hint, inner);
