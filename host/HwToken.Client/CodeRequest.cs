namespace HwToken.Client;

/// <summary>Which code is wanted, and what the owner is told about it.</summary>
/// <param name="Account">The account's whole name, or the ARN of the MFA device that it is of.</param>
public sealed record CodeRequest(string Account)
{
    /// <summary>
    /// Who asks and for what, such as "aws: prod-admin": the token's screen shows it. What the screen has no room for
    /// is cut off.
    /// </summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>How long the code must still be good for: whole seconds, at most 255, less than the account's period.</summary>
    public int MinimumSecondsLeft { get; init; }

    /// <summary>The earliest time step wanted, where earlier codes are used up; at most two steps ahead. 0 for any.</summary>
    public long NotBeforeStep { get; init; }
}
