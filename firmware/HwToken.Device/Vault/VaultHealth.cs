namespace HwToken.Device.Vault;

/// <summary>What was found where the token's state should be.</summary>
public enum VaultHealth
{
    /// <summary>Everything is in order.</summary>
    Good,

    /// <summary>There is no state: the first start, or the first one after a wipe.</summary>
    Missing,

    /// <summary>The storage did not let it be read or written.</summary>
    Unreadable,

    /// <summary>There is one, and it is not what was written.</summary>
    Damaged,

    /// <summary>It is what was written, but not the newest: somebody has put an older one in its place.</summary>
    RolledBack,

    /// <summary>The clock chip's memory has lost its share of the keys: its cell was cut off. What is stored is lost.</summary>
    KeyLost,
}
