using System.Security.Cryptography;
using System.Text;

namespace HwToken.LocalAws.Signing;

/// <summary>SigV4's signature (AWS IAM User Guide, "Create a signed AWS API request", steps 4 and 5).</summary>
internal static class SigningKey
{
    /// <param name="secretKey">The secret access key's characters, in ASCII.</param>
    /// <returns>64 lower-case hex digits.</returns>
    internal static string Sign(string stringToSign, ReadOnlySpan<byte> secretKey, CredentialScope scope)
    {
        byte[] key = Derive(secretKey, scope);
        try
        {
            return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <returns>32 bytes, which the caller clears.</returns>
    internal static byte[] Derive(ReadOnlySpan<byte> secretKey, CredentialScope scope)
    {
        byte[] key = [.. "AWS4"u8, .. secretKey];
        foreach (string part in (ReadOnlySpan<string>)[scope.Date, scope.Region, scope.Service, CredentialScope.Terminator])
        {
            byte[] next = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
            CryptographicOperations.ZeroMemory(key);
            key = next;
        }

        return key;
    }
}
