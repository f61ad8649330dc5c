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
/// bring a to e back to their first roles, sixteen w0 to w15. ROTL 5 of a is added last because a was made last: a
/// processor then need not wait for it with the rest of the sum.
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
        e += w0 + K0 + (d ^ (b & (c ^ d))) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        d += w1 + K0 + (c ^ (a & (b ^ c))) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        c += w2 + K0 + (b ^ (e & (a ^ b))) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        b += w3 + K0 + (a ^ (d & (e ^ a))) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        a += w4 + K0 + (e ^ (c & (d ^ e))) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);
        e += w5 + K0 + (d ^ (b & (c ^ d))) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        d += w6 + K0 + (c ^ (a & (b ^ c))) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        c += w7 + K0 + (b ^ (e & (a ^ b))) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        b += w8 + K0 + (a ^ (d & (e ^ a))) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        a += w9 + K0 + (e ^ (c & (d ^ e))) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);
        e += w10 + K0 + (d ^ (b & (c ^ d))) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        d += w11 + K0 + (c ^ (a & (b ^ c))) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        c += w12 + K0 + (b ^ (e & (a ^ b))) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        b += w13 + K0 + (a ^ (d & (e ^ a))) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        a += w14 + K0 + (e ^ (c & (d ^ e))) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);
        e += w15 + K0 + (d ^ (b & (c ^ d))) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w0 ^= w13 ^ w8 ^ w2; w0 = (w0 << 1) | (w0 >> 31);
        d += w0 + K0 + (c ^ (a & (b ^ c))) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w1 ^= w14 ^ w9 ^ w3; w1 = (w1 << 1) | (w1 >> 31);
        c += w1 + K0 + (b ^ (e & (a ^ b))) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w2 ^= w15 ^ w10 ^ w4; w2 = (w2 << 1) | (w2 >> 31);
        b += w2 + K0 + (a ^ (d & (e ^ a))) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w3 ^= w0 ^ w11 ^ w5; w3 = (w3 << 1) | (w3 >> 31);
        a += w3 + K0 + (e ^ (c & (d ^ e))) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);

        // Rounds 20 to 39: Parity(b, c, d).
        w4 ^= w1 ^ w12 ^ w6; w4 = (w4 << 1) | (w4 >> 31);
        e += w4 + K20 + (b ^ c ^ d) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w5 ^= w2 ^ w13 ^ w7; w5 = (w5 << 1) | (w5 >> 31);
        d += w5 + K20 + (a ^ b ^ c) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w6 ^= w3 ^ w14 ^ w8; w6 = (w6 << 1) | (w6 >> 31);
        c += w6 + K20 + (e ^ a ^ b) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w7 ^= w4 ^ w15 ^ w9; w7 = (w7 << 1) | (w7 >> 31);
        b += w7 + K20 + (d ^ e ^ a) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w8 ^= w5 ^ w0 ^ w10; w8 = (w8 << 1) | (w8 >> 31);
        a += w8 + K20 + (c ^ d ^ e) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);
        w9 ^= w6 ^ w1 ^ w11; w9 = (w9 << 1) | (w9 >> 31);
        e += w9 + K20 + (b ^ c ^ d) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w10 ^= w7 ^ w2 ^ w12; w10 = (w10 << 1) | (w10 >> 31);
        d += w10 + K20 + (a ^ b ^ c) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w11 ^= w8 ^ w3 ^ w13; w11 = (w11 << 1) | (w11 >> 31);
        c += w11 + K20 + (e ^ a ^ b) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w12 ^= w9 ^ w4 ^ w14; w12 = (w12 << 1) | (w12 >> 31);
        b += w12 + K20 + (d ^ e ^ a) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w13 ^= w10 ^ w5 ^ w15; w13 = (w13 << 1) | (w13 >> 31);
        a += w13 + K20 + (c ^ d ^ e) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);
        w14 ^= w11 ^ w6 ^ w0; w14 = (w14 << 1) | (w14 >> 31);
        e += w14 + K20 + (b ^ c ^ d) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w15 ^= w12 ^ w7 ^ w1; w15 = (w15 << 1) | (w15 >> 31);
        d += w15 + K20 + (a ^ b ^ c) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w0 ^= w13 ^ w8 ^ w2; w0 = (w0 << 1) | (w0 >> 31);
        c += w0 + K20 + (e ^ a ^ b) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w1 ^= w14 ^ w9 ^ w3; w1 = (w1 << 1) | (w1 >> 31);
        b += w1 + K20 + (d ^ e ^ a) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w2 ^= w15 ^ w10 ^ w4; w2 = (w2 << 1) | (w2 >> 31);
        a += w2 + K20 + (c ^ d ^ e) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);
        w3 ^= w0 ^ w11 ^ w5; w3 = (w3 << 1) | (w3 >> 31);
        e += w3 + K20 + (b ^ c ^ d) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w4 ^= w1 ^ w12 ^ w6; w4 = (w4 << 1) | (w4 >> 31);
        d += w4 + K20 + (a ^ b ^ c) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w5 ^= w2 ^ w13 ^ w7; w5 = (w5 << 1) | (w5 >> 31);
        c += w5 + K20 + (e ^ a ^ b) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w6 ^= w3 ^ w14 ^ w8; w6 = (w6 << 1) | (w6 >> 31);
        b += w6 + K20 + (d ^ e ^ a) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w7 ^= w4 ^ w15 ^ w9; w7 = (w7 << 1) | (w7 >> 31);
        a += w7 + K20 + (c ^ d ^ e) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);

        // Rounds 40 to 59: Maj(b, c, d), written (b & c) | (d & (b | c)).
        w8 ^= w5 ^ w0 ^ w10; w8 = (w8 << 1) | (w8 >> 31);
        e += w8 + K40 + ((b & c) | (d & (b | c))) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w9 ^= w6 ^ w1 ^ w11; w9 = (w9 << 1) | (w9 >> 31);
        d += w9 + K40 + ((a & b) | (c & (a | b))) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w10 ^= w7 ^ w2 ^ w12; w10 = (w10 << 1) | (w10 >> 31);
        c += w10 + K40 + ((e & a) | (b & (e | a))) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w11 ^= w8 ^ w3 ^ w13; w11 = (w11 << 1) | (w11 >> 31);
        b += w11 + K40 + ((d & e) | (a & (d | e))) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w12 ^= w9 ^ w4 ^ w14; w12 = (w12 << 1) | (w12 >> 31);
        a += w12 + K40 + ((c & d) | (e & (c | d))) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);
        w13 ^= w10 ^ w5 ^ w15; w13 = (w13 << 1) | (w13 >> 31);
        e += w13 + K40 + ((b & c) | (d & (b | c))) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w14 ^= w11 ^ w6 ^ w0; w14 = (w14 << 1) | (w14 >> 31);
        d += w14 + K40 + ((a & b) | (c & (a | b))) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w15 ^= w12 ^ w7 ^ w1; w15 = (w15 << 1) | (w15 >> 31);
        c += w15 + K40 + ((e & a) | (b & (e | a))) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w0 ^= w13 ^ w8 ^ w2; w0 = (w0 << 1) | (w0 >> 31);
        b += w0 + K40 + ((d & e) | (a & (d | e))) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w1 ^= w14 ^ w9 ^ w3; w1 = (w1 << 1) | (w1 >> 31);
        a += w1 + K40 + ((c & d) | (e & (c | d))) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);
        w2 ^= w15 ^ w10 ^ w4; w2 = (w2 << 1) | (w2 >> 31);
        e += w2 + K40 + ((b & c) | (d & (b | c))) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w3 ^= w0 ^ w11 ^ w5; w3 = (w3 << 1) | (w3 >> 31);
        d += w3 + K40 + ((a & b) | (c & (a | b))) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w4 ^= w1 ^ w12 ^ w6; w4 = (w4 << 1) | (w4 >> 31);
        c += w4 + K40 + ((e & a) | (b & (e | a))) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w5 ^= w2 ^ w13 ^ w7; w5 = (w5 << 1) | (w5 >> 31);
        b += w5 + K40 + ((d & e) | (a & (d | e))) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w6 ^= w3 ^ w14 ^ w8; w6 = (w6 << 1) | (w6 >> 31);
        a += w6 + K40 + ((c & d) | (e & (c | d))) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);
        w7 ^= w4 ^ w15 ^ w9; w7 = (w7 << 1) | (w7 >> 31);
        e += w7 + K40 + ((b & c) | (d & (b | c))) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w8 ^= w5 ^ w0 ^ w10; w8 = (w8 << 1) | (w8 >> 31);
        d += w8 + K40 + ((a & b) | (c & (a | b))) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w9 ^= w6 ^ w1 ^ w11; w9 = (w9 << 1) | (w9 >> 31);
        c += w9 + K40 + ((e & a) | (b & (e | a))) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w10 ^= w7 ^ w2 ^ w12; w10 = (w10 << 1) | (w10 >> 31);
        b += w10 + K40 + ((d & e) | (a & (d | e))) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w11 ^= w8 ^ w3 ^ w13; w11 = (w11 << 1) | (w11 >> 31);
        a += w11 + K40 + ((c & d) | (e & (c | d))) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);

        // Rounds 60 to 79: Parity(b, c, d) again.
        w12 ^= w9 ^ w4 ^ w14; w12 = (w12 << 1) | (w12 >> 31);
        e += w12 + K60 + (b ^ c ^ d) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w13 ^= w10 ^ w5 ^ w15; w13 = (w13 << 1) | (w13 >> 31);
        d += w13 + K60 + (a ^ b ^ c) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w14 ^= w11 ^ w6 ^ w0; w14 = (w14 << 1) | (w14 >> 31);
        c += w14 + K60 + (e ^ a ^ b) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w15 ^= w12 ^ w7 ^ w1; w15 = (w15 << 1) | (w15 >> 31);
        b += w15 + K60 + (d ^ e ^ a) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w0 ^= w13 ^ w8 ^ w2; w0 = (w0 << 1) | (w0 >> 31);
        a += w0 + K60 + (c ^ d ^ e) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);
        w1 ^= w14 ^ w9 ^ w3; w1 = (w1 << 1) | (w1 >> 31);
        e += w1 + K60 + (b ^ c ^ d) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w2 ^= w15 ^ w10 ^ w4; w2 = (w2 << 1) | (w2 >> 31);
        d += w2 + K60 + (a ^ b ^ c) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w3 ^= w0 ^ w11 ^ w5; w3 = (w3 << 1) | (w3 >> 31);
        c += w3 + K60 + (e ^ a ^ b) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w4 ^= w1 ^ w12 ^ w6; w4 = (w4 << 1) | (w4 >> 31);
        b += w4 + K60 + (d ^ e ^ a) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w5 ^= w2 ^ w13 ^ w7; w5 = (w5 << 1) | (w5 >> 31);
        a += w5 + K60 + (c ^ d ^ e) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);
        w6 ^= w3 ^ w14 ^ w8; w6 = (w6 << 1) | (w6 >> 31);
        e += w6 + K60 + (b ^ c ^ d) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w7 ^= w4 ^ w15 ^ w9; w7 = (w7 << 1) | (w7 >> 31);
        d += w7 + K60 + (a ^ b ^ c) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w8 ^= w5 ^ w0 ^ w10; w8 = (w8 << 1) | (w8 >> 31);
        c += w8 + K60 + (e ^ a ^ b) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w9 ^= w6 ^ w1 ^ w11; w9 = (w9 << 1) | (w9 >> 31);
        b += w9 + K60 + (d ^ e ^ a) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w10 ^= w7 ^ w2 ^ w12; w10 = (w10 << 1) | (w10 >> 31);
        a += w10 + K60 + (c ^ d ^ e) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);
        w11 ^= w8 ^ w3 ^ w13; w11 = (w11 << 1) | (w11 >> 31);
        e += w11 + K60 + (b ^ c ^ d) + ((a << 5) | (a >> 27)); b = (b << 30) | (b >> 2);
        w12 ^= w9 ^ w4 ^ w14; w12 = (w12 << 1) | (w12 >> 31);
        d += w12 + K60 + (a ^ b ^ c) + ((e << 5) | (e >> 27)); a = (a << 30) | (a >> 2);
        w13 ^= w10 ^ w5 ^ w15; w13 = (w13 << 1) | (w13 >> 31);
        c += w13 + K60 + (e ^ a ^ b) + ((d << 5) | (d >> 27)); e = (e << 30) | (e >> 2);
        w14 ^= w11 ^ w6 ^ w0; w14 = (w14 << 1) | (w14 >> 31);
        b += w14 + K60 + (d ^ e ^ a) + ((c << 5) | (c >> 27)); d = (d << 30) | (d >> 2);
        w15 ^= w12 ^ w7 ^ w1; w15 = (w15 << 1) | (w15 >> 31);
        a += w15 + K60 + (c ^ d ^ e) + ((b << 5) | (b >> 27)); c = (c << 30) | (c >> 2);

        next[0] = state[0] + a;
        next[1] = state[1] + b;
        next[2] = state[2] + c;
        next[3] = state[3] + d;
        next[4] = state[4] + e;
    }
}
