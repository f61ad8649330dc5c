namespace HwToken.Client.Errors;

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
