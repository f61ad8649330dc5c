using System.Text;
using HwToken.Core.Otp;

namespace HwToken.Cli.Tests;

/// <summary>Looks for a piece of a key, four bytes or more of it, in whatever form hosts write such things.</summary>
internal sealed class SeedSearch
{
    private const int PieceBytes = 4;

    private readonly List<(string What, byte[] Piece)> _pieces = [];

    public SeedSearch(byte[] seed)
    {
        string base32 = Base32.Encode(seed, 0, seed.Length);
        for (int i = 0; i + PieceBytes <= seed.Length; i++)
        {
            byte[] piece = seed[i..(i + PieceBytes)];
            _pieces.Add(($"bytes {i} to {i + PieceBytes}", piece));
            AddText($"bytes {i} to {i + PieceBytes} in hex", Convert.ToHexString(piece));
            AddText($"bytes {i} to {i + PieceBytes} in hex with dashes", BitConverter.ToString(piece));
            AddText($"bytes {i} to {i + PieceBytes} in decimal", string.Join(", ", piece));
        }

        // Seven characters of base32 are 35 bits: the least that holds four bytes.
        for (int i = 0; i + 7 <= base32.Length; i++)
        {
            AddText($"characters {i} to {i + 7} in base32", base32[i..(i + 7)]);
        }

        // Wherever a piece begins in a group of three: without the characters that it shares with its neighbours.
        for (int i = 0; i + 6 <= seed.Length; i++)
        {
            _pieces.Add(($"bytes {i} to {i + 6} in base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(seed[i..(i + 6)]))));
        }
    }

    /// <summary>What of the key stands there.</summary>
    public IReadOnlyList<string> In(ReadOnlySpan<byte> haystack)
    {
        var found = new List<string>();
        foreach ((string what, byte[] piece) in _pieces)
        {
            if (haystack.IndexOf(piece) >= 0)
            {
                found.Add(what);
            }
        }

        return found;
    }

    public IReadOnlyList<string> In(string text) => In(Encoding.UTF8.GetBytes(text));

    private void AddText(string what, string text)
    {
        _pieces.Add((what, Encoding.ASCII.GetBytes(text.ToUpperInvariant())));
        _pieces.Add((what + ", lower case", Encoding.ASCII.GetBytes(text.ToLowerInvariant())));
    }
}
