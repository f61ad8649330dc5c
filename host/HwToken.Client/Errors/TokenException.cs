using HwToken.Core.Protocol;

namespace HwToken.Client.Errors;

/// <summary>The token answered, and its answer is no: one for each <see cref="Core.Protocol.Status"/>.</summary>
public sealed class TokenException : TokenClientException
{
    /// <param name="subject">What the request was about, such as an account's name: printed.</param>
    public TokenException(Status status, string subject)
        : this(status, StatusText.Of(status, subject))
    {
    }

    private TokenException(Status status, StatusText text)
        : base(text.Kind, text.Message, text.Hint)
    {
        Status = status;
    }

    public Status Status { get; }
}
