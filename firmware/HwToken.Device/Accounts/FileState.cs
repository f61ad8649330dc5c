namespace HwToken.Device.Accounts;

/// <summary>What was found where a file should be.</summary>
public enum FileState
{
    Good,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>There is one, and it is not what was written.</summary>
    Damaged,

    /// <summary>The storage did not let it be read.</summary>
    Unreadable,
}
