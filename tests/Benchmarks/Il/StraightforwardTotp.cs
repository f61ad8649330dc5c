namespace HwToken.Benchmarks.Il;

/// <summary>
/// A TOTP as its documents tell it, step by step, and as most ports of it to small devices are written: the yardstick
/// for what the chip's interpreter saves. Nothing is precomputed, every step is an array of its own.
/// </summary>
public static class StraightforwardTotp
{
    private const int BlockLength = 64;

    /// <summary>RFC 6238, section 4.2, and RFC 4226, section 5.3.</summary>
    public static int Compute(byte[] key, long timeStep)
    {
        byte[] message = new byte[8];
        for (int i = 7; i >= 0; i--)
        {
            message[i] = (byte)timeStep;
            timeStep >>= 8;
        }

        byte[] mac = Hmac(key, message);
        int offset = mac[19] & 0x0F;
        int binary = ((mac[offset] & 0x7F) << 24) | (mac[offset + 1] << 16) | (mac[offset + 2] << 8) | mac[offset + 3];
        return binary % 1000000;
    }

    // RFC 2104, section 2.
    private static byte[] Hmac(byte[] key, byte[] message)
    {
        if (key.Length > BlockLength)
        {
            key = Sha1(key);
        }

        byte[] inner = new byte[BlockLength + message.Length];
        byte[] outer = new byte[BlockLength + 20];
        for (int i = 0; i < BlockLength; i++)
        {
            byte k = i < key.Length ? key[i] : (byte)0;
            inner[i] = (byte)(k ^ 0x36);
            outer[i] = (byte)(k ^ 0x5C);
        }

        Array.Copy(message, 0, inner, BlockLength, message.Length);
        Array.Copy(Sha1(inner), 0, outer, BlockLength, 20);
        return Sha1(outer);
    }

    // RFC 3174, section 4 and section 6.1 (method 1).
    private static byte[] Sha1(byte[] message)
    {
        int blocks = (message.Length + 8) / BlockLength + 1;
        byte[] padded = new byte[blocks * BlockLength];
        Array.Copy(message, 0, padded, 0, message.Length);
        padded[message.Length] = 0x80;
        long bits = (long)message.Length * 8;
        for (int i = 0; i < 8; i++)
        {
            padded[padded.Length - 1 - i] = (byte)(bits >> (8 * i));
        }

        uint[] h = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0];
        uint[] w = new uint[80];
        for (int block = 0; block < padded.Length; block += BlockLength)
        {
            for (int t = 0; t < 16; t++)
            {
                int at = block + (t * 4);
                w[t] = ((uint)padded[at] << 24) | ((uint)padded[at + 1] << 16)
                    | ((uint)padded[at + 2] << 8) | padded[at + 3];
            }

            for (int t = 16; t < 80; t++)
            {
                w[t] = RotateLeft(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
            }

            uint a = h[0];
            uint b = h[1];
            uint c = h[2];
            uint d = h[3];
            uint e = h[4];
            for (int t = 0; t < 80; t++)
            {
                uint f;
                uint k;
                if (t < 20)
                {
                    f = (b & c) | (~b & d);
                    k = 0x5A827999;
                }
                else if (t < 40)
                {
                    f = b ^ c ^ d;
                    k = 0x6ED9EBA1;
                }
                else if (t < 60)
                {
                    f = (b & c) | (b & d) | (c & d);
                    k = 0x8F1BBCDC;
                }
                else
                {
                    f = b ^ c ^ d;
                    k = 0xCA62C1D6;
                }

                uint temp = RotateLeft(a, 5) + f + e + w[t] + k;
                e = d;
                d = c;
                c = RotateLeft(b, 30);
                b = a;
                a = temp;
            }

            h[0] = h[0] + a;
            h[1] = h[1] + b;
            h[2] = h[2] + c;
            h[3] = h[3] + d;
            h[4] = h[4] + e;
        }

        byte[] digest = new byte[20];
        for (int i = 0; i < 20; i++)
        {
            digest[i] = (byte)(h[i / 4] >> (24 - (8 * (i % 4))));
        }

        return digest;
    }

    private static uint RotateLeft(uint value, int count) => (value << count) | (value >> (32 - count));
}
