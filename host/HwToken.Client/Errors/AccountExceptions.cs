// Why no account is meant by a name.

namespace HwToken.Client.Errors;

/// <summary>The token has no account of that name.</summary>
public sealed class AccountNotFoundException : TokenClientException
{
    internal AccountNotFoundException(string name, IReadOnlyList<string> nearNames, string message, string hint)
        : base(TokenFailure.Refused, message, hint)
    {
        Name = name;
        NearNames = nearNames;
    }

    /// <summary>What was asked for; empty if any account would have done.</summary>
    public string Name { get; }

    /// <summary>Accounts that may have been meant, the likeliest first.</summary>
    public IReadOnlyList<string> NearNames { get; }
}

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

/// <summary>No name on a token can stand for the ARN of an MFA device: the device's own name is too long.</summary>
public sealed class MfaSerialTooLongException : TokenClientException
{
    /// <param name="longest">Bytes that a device's name may have in that AWS account.</param>
    internal MfaSerialTooLongException(string arn, int longest)
        : base(
            TokenFailure.Refused,
            $"the MFA device's name is too long for a token: {arn}",
            $"take an MFA device whose name has at most {longest} bytes after mfa/; or give the account another name, "
                + "by which hwtoken code finds it and AWS commands do not")
    {
    }
}
