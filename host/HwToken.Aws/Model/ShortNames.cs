namespace HwToken.Aws.Model;

/// <summary>Short names for files, from what their contents are about.</summary>
internal static class ShortNames
{
    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Sixteen hex digits.</summary>
    /// <remarks>
    /// No cryptographic hash, on purpose: the first use of one loads OpenSSL, and that alone costs 3 ms of the 10 that a
    /// cached session may take. Nothing rests on two texts having different names: each reader of a file compares the
    /// key in it.
    /// </remarks>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        ulong hash = OffsetBasis;
        foreach (string? part in parts)
        {
            foreach (char c in part ?? "")
            {
                hash = (hash ^ c) * Prime;
            }

            hash = (hash ^ (part is null ? '\0' : '\n')) * Prime;
        }

        return hash.ToString("x16", null);
    }
}
