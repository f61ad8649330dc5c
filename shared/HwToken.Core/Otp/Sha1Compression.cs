namespace HwToken.Core.Otp;

/// <summary>The compression function of SHA-1 (FIPS 180-4, section 6.1.2).</summary>
/// <remarks>
/// <para>
/// Straight-line on purpose. The chip interprets IL, so a code costs what its instructions cost: a loop pays for its
/// counter, for picking the round function and for passing a to e along; a call or an array element costs several
/// locals. Here the working variables change roles instead of values, and the message schedule is 16 locals that are
/// rewritten as they are used up (section 6.1.3's circular queue).
/// </para>
/// <para>
/// Every round is one line: T of section 6.1.2 into what was e, ROTL 30 on what was b. From round 16 on the line before
/// it makes the round's word W(t), ROTL 1 of the exclusive or of the words 3, 8, 14 and 16 rounds back. Five rounds
/// bring a to e back to their first roles, sixteen w0 to w15.
/// </para>
/// </remarks>
internal static class Sha1Compression
{
    /// <summary>Words of the chaining value.</summary>
    public const int StateWords = 5;

    /// <summary>Words of a message block.</summary>
    public const int BlockWords = 16;

    // FIPS 180-4, section 4.2.1.
    private const uint K0 = 0x5A827999;
    private const uint K20 = 0x6ED9EBA1;
    private const uint K40 = 0x8F1BBCDC;
    private const uint K60 = 0xCA62C1D6;

    /// <summary>
    /// Compresses the 16 words of <paramref name="block"/> into the 5 words of <paramref name="state"/> and writes the
    /// new chaining value over the first 5 words of <paramref name="next"/>, which may be either of the two.
    /// </summary>
    public static void Compress(uint[] state, uint[] block, uint[] next)
    {
        uint a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
        uint w0 = block[0], w1 = block[1], w2 = block[2], w3 = block[3];
        uint w4 = block[4], w5 = block[5], w6 = block[6], w7 = block[7];
        uint w8 = block[8], w9 = block[9], w10 = block[10], w11 = block[11];
        uint w12 = block[12], w13 = block[13], w14 = block[14], w15 = block[15];

        // Rounds 0 to 19: Ch(b, c, d), written d ^ (b & (c ^ d)).
        e += ((a << 5) | (a >> 27)) + (d ^ (b & (c ^ d))) + K0 + w0; b = (b << 30) | (b >> 2);
        d += ((e << 5) | (e >> 27)) + (c ^ (a & (b ^ c))) + K0 + w1; a = (a << 30) | (a >> 2);
        c += ((d << 5) | (d >> 27)) + (b ^ (e & (a ^ b))) + K0 + w2; e = (e << 30) | (e >> 2);
        b += ((c << 5) | (c >> 27)) + (a ^ (d & (e ^ a))) + K0 + w3; d = (d << 30) | (d >> 2);
        a += ((b << 5) | (b >> 27)) + (e ^ (c & (d ^ e))) + K0 + w4; c = (c << 30) | (c >> 2);
        e += ((a << 5) | (a >> 27)) + (d ^ (b & (c ^ d))) + K0 + w5; b = (b << 30) | (b >> 2);
        d += ((e << 5) | (e >> 27)) + (c ^ (a & (b ^ c))) + K0 + w6; a = (a << 30) | (a >> 2);
        c += ((d << 5) | (d >> 27)) + (b ^ (e & (a ^ b))) + K0 + w7; e = (e << 30) | (e >> 2);
        b += ((c << 5) | (c >> 27)) + (a ^ (d & (e ^ a))) + K0 + w8; d = (d << 30) | (d >> 2);
        a += ((b << 5) | (b >> 27)) + (e ^ (c & (d ^ e))) + K0 + w9; c = (c << 30) | (c >> 2);
        e += ((a << 5) | (a >> 27)) + (d ^ (b & (c ^ d))) + K0 + w10; b = (b << 30) | (b >> 2);
        d += ((e << 5) | (e >> 27)) + (c ^ (a & (b ^ c))) + K0 + w11; a = (a << 30) | (a >> 2);
        c += ((d << 5) | (d >> 27)) + (b ^ (e & (a ^ b))) + K0 + w12; e = (e << 30) | (e >> 2);
        b += ((c << 5) | (c >> 27)) + (a ^ (d & (e ^ a))) + K0 + w13; d = (d << 30) | (d >> 2);
        a += ((b << 5) | (b >> 27)) + (e ^ (c & (d ^ e))) + K0 + w14; c = (c << 30) | (c >> 2);
        e += ((a << 5) | (a >> 27)) + (d ^ (b & (c ^ d))) + K0 + w15; b = (b << 30) | (b >> 2);
        w0 ^= w13 ^ w8 ^ w2; w0 = (w0 << 1) | (w0 >> 31);
        d += ((e << 5) | (e >> 27)) + (c ^ (a & (b ^ c))) + K0 + w0; a = (a << 30) | (a >> 2);
        w1 ^= w14 ^ w9 ^ w3; w1 = (w1 << 1) | (w1 >> 31);
        c += ((d << 5) | (d >> 27)) + (b ^ (e & (a ^ b))) + K0 + w1; e = (e << 30) | (e >> 2);
        w2 ^= w15 ^ w10 ^ w4; w2 = (w2 << 1) | (w2 >> 31);
        b += ((c << 5) | (c >> 27)) + (a ^ (d & (e ^ a))) + K0 + w2; d = (d << 30) | (d >> 2);
        w3 ^= w0 ^ w11 ^ w5; w3 = (w3 << 1) | (w3 >> 31);
        a += ((b << 5) | (b >> 27)) + (e ^ (c & (d ^ e))) + K0 + w3; c = (c << 30) | (c >> 2);

        // Rounds 20 to 39: Parity(b, c, d).
        w4 ^= w1 ^ w12 ^ w6; w4 = (w4 << 1) | (w4 >> 31);
        e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + K20 + w4; b = (b << 30) | (b >> 2);
        w5 ^= w2 ^ w13 ^ w7; w5 = (w5 << 1) | (w5 >> 31);
        d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + K20 + w5; a = (a << 30) | (a >> 2);
        w6 ^= w3 ^ w14 ^ w8; w6 = (w6 << 1) | (w6 >> 31);
        c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + K20 + w6; e = (e << 30) | (e >> 2);
        w7 ^= w4 ^ w15 ^ w9; w7 = (w7 << 1) | (w7 >> 31);
        b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + K20 + w7; d = (d << 30) | (d >> 2);
        w8 ^= w5 ^ w0 ^ w10; w8 = (w8 << 1) | (w8 >> 31);
        a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + K20 + w8; c = (c << 30) | (c >> 2);
        w9 ^= w6 ^ w1 ^ w11; w9 = (w9 << 1) | (w9 >> 31);
        e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + K20 + w9; b = (b << 30) | (b >> 2);
        w10 ^= w7 ^ w2 ^ w12; w10 = (w10 << 1) | (w10 >> 31);
        d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + K20 + w10; a = (a << 30) | (a >> 2);
        w11 ^= w8 ^ w3 ^ w13; w11 = (w11 << 1) | (w11 >> 31);
        c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + K20 + w11; e = (e << 30) | (e >> 2);
        w12 ^= w9 ^ w4 ^ w14; w12 = (w12 << 1) | (w12 >> 31);
        b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + K20 + w12; d = (d << 30) | (d >> 2);
        w13 ^= w10 ^ w5 ^ w15; w13 = (w13 << 1) | (w13 >> 31);
        a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + K20 + w13; c = (c << 30) | (c >> 2);
        w14 ^= w11 ^ w6 ^ w0; w14 = (w14 << 1) | (w14 >> 31);
        e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + K20 + w14; b = (b << 30) | (b >> 2);
        w15 ^= w12 ^ w7 ^ w1; w15 = (w15 << 1) | (w15 >> 31);
        d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + K20 + w15; a = (a << 30) | (a >> 2);
        w0 ^= w13 ^ w8 ^ w2; w0 = (w0 << 1) | (w0 >> 31);
        c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + K20 + w0; e = (e << 30) | (e >> 2);
        w1 ^= w14 ^ w9 ^ w3; w1 = (w1 << 1) | (w1 >> 31);
        b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + K20 + w1; d = (d << 30) | (d >> 2);
        w2 ^= w15 ^ w10 ^ w4; w2 = (w2 << 1) | (w2 >> 31);
        a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + K20 + w2; c = (c << 30) | (c >> 2);
        w3 ^= w0 ^ w11 ^ w5; w3 = (w3 << 1) | (w3 >> 31);
        e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + K20 + w3; b = (b << 30) | (b >> 2);
        w4 ^= w1 ^ w12 ^ w6; w4 = (w4 << 1) | (w4 >> 31);
        d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + K20 + w4; a = (a << 30) | (a >> 2);
        w5 ^= w2 ^ w13 ^ w7; w5 = (w5 << 1) | (w5 >> 31);
        c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + K20 + w5; e = (e << 30) | (e >> 2);
        w6 ^= w3 ^ w14 ^ w8; w6 = (w6 << 1) | (w6 >> 31);
        b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + K20 + w6; d = (d << 30) | (d >> 2);
        w7 ^= w4 ^ w15 ^ w9; w7 = (w7 << 1) | (w7 >> 31);
        a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + K20 + w7; c = (c << 30) | (c >> 2);

        // Rounds 40 to 59: Maj(b, c, d), written (b & c) | (d & (b | c)).
        w8 ^= w5 ^ w0 ^ w10; w8 = (w8 << 1) | (w8 >> 31);
        e += ((a << 5) | (a >> 27)) + ((b & c) | (d & (b | c))) + K40 + w8; b = (b << 30) | (b >> 2);
        w9 ^= w6 ^ w1 ^ w11; w9 = (w9 << 1) | (w9 >> 31);
        d += ((e << 5) | (e >> 27)) + ((a & b) | (c & (a | b))) + K40 + w9; a = (a << 30) | (a >> 2);
        w10 ^= w7 ^ w2 ^ w12; w10 = (w10 << 1) | (w10 >> 31);
        c += ((d << 5) | (d >> 27)) + ((e & a) | (b & (e | a))) + K40 + w10; e = (e << 30) | (e >> 2);
        w11 ^= w8 ^ w3 ^ w13; w11 = (w11 << 1) | (w11 >> 31);
        b += ((c << 5) | (c >> 27)) + ((d & e) | (a & (d | e))) + K40 + w11; d = (d << 30) | (d >> 2);
        w12 ^= w9 ^ w4 ^ w14; w12 = (w12 << 1) | (w12 >> 31);
        a += ((b << 5) | (b >> 27)) + ((c & d) | (e & (c | d))) + K40 + w12; c = (c << 30) | (c >> 2);
        w13 ^= w10 ^ w5 ^ w15; w13 = (w13 << 1) | (w13 >> 31);
        e += ((a << 5) | (a >> 27)) + ((b & c) | (d & (b | c))) + K40 + w13; b = (b << 30) | (b >> 2);
        w14 ^= w11 ^ w6 ^ w0; w14 = (w14 << 1) | (w14 >> 31);
        d += ((e << 5) | (e >> 27)) + ((a & b) | (c & (a | b))) + K40 + w14; a = (a << 30) | (a >> 2);
        w15 ^= w12 ^ w7 ^ w1; w15 = (w15 << 1) | (w15 >> 31);
        c += ((d << 5) | (d >> 27)) + ((e & a) | (b & (e | a))) + K40 + w15; e = (e << 30) | (e >> 2);
        w0 ^= w13 ^ w8 ^ w2; w0 = (w0 << 1) | (w0 >> 31);
        b += ((c << 5) | (c >> 27)) + ((d & e) | (a & (d | e))) + K40 + w0; d = (d << 30) | (d >> 2);
        w1 ^= w14 ^ w9 ^ w3; w1 = (w1 << 1) | (w1 >> 31);
        a += ((b << 5) | (b >> 27)) + ((c & d) | (e & (c | d))) + K40 + w1; c = (c << 30) | (c >> 2);
        w2 ^= w15 ^ w10 ^ w4; w2 = (w2 << 1) | (w2 >> 31);
        e += ((a << 5) | (a >> 27)) + ((b & c) | (d & (b | c))) + K40 + w2; b = (b << 30) | (b >> 2);
        w3 ^= w0 ^ w11 ^ w5; w3 = (w3 << 1) | (w3 >> 31);
        d += ((e << 5) | (e >> 27)) + ((a & b) | (c & (a | b))) + K40 + w3; a = (a << 30) | (a >> 2);
        w4 ^= w1 ^ w12 ^ w6; w4 = (w4 << 1) | (w4 >> 31);
        c += ((d << 5) | (d >> 27)) + ((e & a) | (b & (e | a))) + K40 + w4; e = (e << 30) | (e >> 2);
        w5 ^= w2 ^ w13 ^ w7; w5 = (w5 << 1) | (w5 >> 31);
        b += ((c << 5) | (c >> 27)) + ((d & e) | (a & (d | e))) + K40 + w5; d = (d << 30) | (d >> 2);
        w6 ^= w3 ^ w14 ^ w8; w6 = (w6 << 1) | (w6 >> 31);
        a += ((b << 5) | (b >> 27)) + ((c & d) | (e & (c | d))) + K40 + w6; c = (c << 30) | (c >> 2);
        w7 ^= w4 ^ w15 ^ w9; w7 = (w7 << 1) | (w7 >> 31);
        e += ((a << 5) | (a >> 27)) + ((b & c) | (d & (b | c))) + K40 + w7; b = (b << 30) | (b >> 2);
        w8 ^= w5 ^ w0 ^ w10; w8 = (w8 << 1) | (w8 >> 31);
        d += ((e << 5) | (e >> 27)) + ((a & b) | (c & (a | b))) + K40 + w8; a = (a << 30) | (a >> 2);
        w9 ^= w6 ^ w1 ^ w11; w9 = (w9 << 1) | (w9 >> 31);
        c += ((d << 5) | (d >> 27)) + ((e & a) | (b & (e | a))) + K40 + w9; e = (e << 30) | (e >> 2);
        w10 ^= w7 ^ w2 ^ w12; w10 = (w10 << 1) | (w10 >> 31);
        b += ((c << 5) | (c >> 27)) + ((d & e) | (a & (d | e))) + K40 + w10; d = (d << 30) | (d >> 2);
        w11 ^= w8 ^ w3 ^ w13; w11 = (w11 << 1) | (w11 >> 31);
        a += ((b << 5) | (b >> 27)) + ((c & d) | (e & (c | d))) + K40 + w11; c = (c << 30) | (c >> 2);

        // Rounds 60 to 79: Parity(b, c, d) again.
        w12 ^= w9 ^ w4 ^ w14; w12 = (w12 << 1) | (w12 >> 31);
        e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + K60 + w12; b = (b << 30) | (b >> 2);
        w13 ^= w10 ^ w5 ^ w15; w13 = (w13 << 1) | (w13 >> 31);
        d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + K60 + w13; a = (a << 30) | (a >> 2);
        w14 ^= w11 ^ w6 ^ w0; w14 = (w14 << 1) | (w14 >> 31);
        c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + K60 + w14; e = (e << 30) | (e >> 2);
        w15 ^= w12 ^ w7 ^ w1; w15 = (w15 << 1) | (w15 >> 31);
        b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + K60 + w15; d = (d << 30) | (d >> 2);
        w0 ^= w13 ^ w8 ^ w2; w0 = (w0 << 1) | (w0 >> 31);
        a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + K60 + w0; c = (c << 30) | (c >> 2);
        w1 ^= w14 ^ w9 ^ w3; w1 = (w1 << 1) | (w1 >> 31);
        e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + K60 + w1; b = (b << 30) | (b >> 2);
        w2 ^= w15 ^ w10 ^ w4; w2 = (w2 << 1) | (w2 >> 31);
        d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + K60 + w2; a = (a << 30) | (a >> 2);
        w3 ^= w0 ^ w11 ^ w5; w3 = (w3 << 1) | (w3 >> 31);
        c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + K60 + w3; e = (e << 30) | (e >> 2);
        w4 ^= w1 ^ w12 ^ w6; w4 = (w4 << 1) | (w4 >> 31);
        b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + K60 + w4; d = (d << 30) | (d >> 2);
        w5 ^= w2 ^ w13 ^ w7; w5 = (w5 << 1) | (w5 >> 31);
        a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + K60 + w5; c = (c << 30) | (c >> 2);
        w6 ^= w3 ^ w14 ^ w8; w6 = (w6 << 1) | (w6 >> 31);
        e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + K60 + w6; b = (b << 30) | (b >> 2);
        w7 ^= w4 ^ w15 ^ w9; w7 = (w7 << 1) | (w7 >> 31);
        d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + K60 + w7; a = (a << 30) | (a >> 2);
        w8 ^= w5 ^ w0 ^ w10; w8 = (w8 << 1) | (w8 >> 31);
        c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + K60 + w8; e = (e << 30) | (e >> 2);
        w9 ^= w6 ^ w1 ^ w11; w9 = (w9 << 1) | (w9 >> 31);
        b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + K60 + w9; d = (d << 30) | (d >> 2);
        w10 ^= w7 ^ w2 ^ w12; w10 = (w10 << 1) | (w10 >> 31);
        a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + K60 + w10; c = (c << 30) | (c >> 2);
        w11 ^= w8 ^ w3 ^ w13; w11 = (w11 << 1) | (w11 >> 31);
        e += ((a << 5) | (a >> 27)) + (b ^ c ^ d) + K60 + w11; b = (b << 30) | (b >> 2);
        w12 ^= w9 ^ w4 ^ w14; w12 = (w12 << 1) | (w12 >> 31);
        d += ((e << 5) | (e >> 27)) + (a ^ b ^ c) + K60 + w12; a = (a << 30) | (a >> 2);
        w13 ^= w10 ^ w5 ^ w15; w13 = (w13 << 1) | (w13 >> 31);
        c += ((d << 5) | (d >> 27)) + (e ^ a ^ b) + K60 + w13; e = (e << 30) | (e >> 2);
        w14 ^= w11 ^ w6 ^ w0; w14 = (w14 << 1) | (w14 >> 31);
        b += ((c << 5) | (c >> 27)) + (d ^ e ^ a) + K60 + w14; d = (d << 30) | (d >> 2);
        w15 ^= w12 ^ w7 ^ w1; w15 = (w15 << 1) | (w15 >> 31);
        a += ((b << 5) | (b >> 27)) + (c ^ d ^ e) + K60 + w15; c = (c << 30) | (c >> 2);

        next[0] = state[0] + a;
        next[1] = state[1] + b;
        next[2] = state[2] + c;
        next[3] = state[3] + d;
        next[4] = state[4] + e;
    }
}
