namespace HwToken.Device.Ports;

/// <summary>The platform's AES-256 in CBC mode (FIPS 197, NIST SP 800-38A section 6.2), without padding, in place.</summary>
/// <remarks>It authenticates nothing: whoever uses it checks a MAC over the ciphertext before decrypting it.</remarks>
public interface IAesCbc
{
    /// <param name="key">32 bytes.</param>
    /// <param name="iv">16 bytes; not changed.</param>
    /// <param name="data">Plaintext; ciphertext afterwards.</param>
    /// <param name="count">A multiple of 16.</param>
    void Encrypt(byte[] key, byte[] iv, byte[] data, int offset, int count);

    /// <param name="key">32 bytes.</param>
    /// <param name="iv">16 bytes; not changed.</param>
    /// <param name="data">Ciphertext; plaintext afterwards.</param>
    /// <param name="count">A multiple of 16.</param>
    void Decrypt(byte[] key, byte[] iv, byte[] data, int offset, int count);
}
