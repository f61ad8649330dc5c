using HwToken.Core.Otp;

namespace HwToken.Core.Protocol;

/// <summary>
/// How a request names an account: the first 8 bytes of SHA-1 over the name's UTF-8 bytes. A fixed size keeps the
/// longest request short, and needs no list of numbers that both ends would have to agree about.
/// </summary>
/// <remarks>Not a secret and no protection: the name is known. A token keeps no two accounts with one id.</remarks>
public static class AccountId
{
    public const int Length = 8;

    /// <param name="digest">20 bytes of working space; the first 8 are the id afterwards.</param>
    public static void Compute(Sha1 sha1, Utf8Text name, byte[] digest)
    {
        sha1.Compute(name.Bytes, 0, name.Length, digest);
    }

    public static bool Same(byte[] left, byte[] right)
    {
        for (int i = 0; i < Length; i++)
        {
            if (left[i] != right[i])
            {
                return false;
            }
        }

        return true;
    }
}
