namespace HwToken.Client.Errors;

/// <summary>Why there is no answer from a token: what went wrong, and the cure.</summary>
/// <remarks>Both are lower case, without a full stop, and hold no secret: they are printed and logged.</remarks>
public abstract class TokenClientException : Exception
{
    private protected TokenClientException(TokenFailure kind, string message, string hint, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        Hint = hint;
    }

    public TokenFailure Kind { get; }

    /// <summary>What to do about it.</summary>
    public string Hint { get; }
}
