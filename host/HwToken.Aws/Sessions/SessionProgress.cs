namespace HwToken.Aws.Sessions;

/// <summary>What a request for a session waits for, in the order in which it may happen.</summary>
public enum SessionProgress
{
    /// <summary>Another process fetches the same session.</summary>
    WaitingForSession,

    /// <summary>Likewise, and another process that waits has been the first to say so: one notification is enough.</summary>
    WaitingForSessionToo,

    /// <summary>Another process uses a code of the same device.</summary>
    WaitingForDevice,

    /// <summary>Likewise, and another process that waits has been the first to say so.</summary>
    WaitingForDeviceToo,

    /// <summary>The owner is asked, and gets the next code, because the present one is spent: up to 30 s later.</summary>
    AskingForNextCode,

    /// <summary>The owner is asked for a press.</summary>
    AskingForCode,

    CallingSts,

    /// <summary>
    /// AWS has refused the code, perhaps because another user, or another cache folder, has used it: the owner is asked
    /// for the next one. At most once, and <see cref="CallingSts"/> comes after it again.
    /// </summary>
    AskingAfterRefusal,
}
