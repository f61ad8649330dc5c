namespace HwToken.Aws.Sessions;

/// <summary>What does not protect or spare the owner this time, although there is a session, or a code.</summary>
public enum WarningKind
{
    /// <summary>The next call asks for another press.</summary>
    SessionNotKept,

    /// <summary>Processes at the same time each ask for a press.</summary>
    NoLock,

    /// <summary>The next call may send the same MFA code again.</summary>
    CodeNotRecorded,

    /// <summary>The session is one of the cache that ends soon, because there was no new one.</summary>
    NotRenewed,
}

/// <param name="Message">Lower case, no full stop, nothing secret.</param>
/// <param name="Hint">What it means for the owner, or what to do: likewise.</param>
public sealed record SessionWarning(WarningKind Kind, string Message, string Hint);
