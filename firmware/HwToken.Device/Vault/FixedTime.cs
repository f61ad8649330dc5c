namespace HwToken.Device.Vault;

/// <summary>Comparison that takes the same time wherever the first difference is: a MAC must not be guessed byte by byte.</summary>
internal static class FixedTime
{
    public static bool AreEqual(byte[] left, int leftOffset, byte[] right, int rightOffset, int count)
    {
        int different = 0;
        for (int i = 0; i < count; i++)
        {
            different |= left[leftOffset + i] ^ right[rightOffset + i];
        }

        return different == 0;
    }
}
