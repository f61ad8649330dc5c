namespace HwToken.Device.Vault;

/// <summary>What a key is for. No key does two things: each is derived for one purpose. Numbers are never reused.</summary>
public enum KeyPurpose : byte
{
    /// <summary>From the device secret and the clock chip's share: authenticates the state, and is the root of the wrapping.</summary>
    Device = 1,

    /// <summary>From the device key and the PIN's key: the root of the two below.</summary>
    Wrapping = 2,

    /// <summary>Encrypts the master key.</summary>
    WrapEncryption = 3,

    /// <summary>Authenticates the encrypted master key, and so tells a right PIN from a wrong one.</summary>
    WrapAuthentication = 4,

    /// <summary>From the master key: encrypts accounts.</summary>
    AccountEncryption = 5,

    /// <summary>From the master key: authenticates encrypted accounts.</summary>
    AccountAuthentication = 6,

    /// <summary>From the master key: makes initialization vectors.</summary>
    InitializationVector = 7,

    /// <summary>From the master key: makes the tags by which an account is found without decrypting all of them.</summary>
    AccountTag = 8,

    /// <summary>A new master key, from random bytes and the first account's key.</summary>
    Master = 9,

    /// <summary>From the device key: authenticates the state file.</summary>
    StateAuthentication = 10,
}
