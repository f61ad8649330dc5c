namespace HwToken.Client.Errors;

/// <summary>Several tokens are plugged in, and nobody said which one is meant.</summary>
public sealed class ManyTokensException(IReadOnlyList<FoundToken> tokens) : TokenClientException(
    TokenFailure.NoToken,
    $"{tokens.Count} tokens are plugged in: {string.Join(", ", tokens)}",
    $"name one with --port or HWTOKEN_PORT, such as --port {tokens[0].Port.Path}")
{
    public IReadOnlyList<FoundToken> Tokens => tokens;
}
