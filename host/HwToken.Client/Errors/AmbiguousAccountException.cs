namespace HwToken.Client.Errors;

/// <summary>Several accounts are meant by what was typed.</summary>
public sealed class AmbiguousAccountException : TokenClientException
{
    internal AmbiguousAccountException(string? typed, IReadOnlyList<string> candidates)
        : base(
            TokenFailure.Refused,
            typed is null
                ? $"the token has {candidates.Count} accounts, and none was named"
                : $"{typed} fits {candidates.Count} accounts: {string.Join(", ", candidates)}",
            $"name one of them, such as {candidates[0]}")
    {
        Candidates = candidates;
    }

    /// <summary>Their whole names.</summary>
    public IReadOnlyList<string> Candidates { get; }
}
