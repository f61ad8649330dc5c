using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Model;

/// <summary>
/// A PIN as somebody types it on a computer that must not learn it: not its digits, but the letters that the token's
/// screen shows beside them, other ones each time.
/// </summary>
public sealed class PinLetters : IDisposable
{
    private readonly byte[] _places;

    private PinLetters(byte[] places) => _places = places;

    /// <summary>The letters' places in the alphabet, from 0.</summary>
    internal ReadOnlySpan<byte> Places => _places;

    /// <summary>Takes letters from a to j in either case, with blanks between them or none.</summary>
    /// <returns>Null if there is anything else, such as a digit, or not 4 to 12 of them.</returns>
    public static PinLetters? TryParse(ReadOnlySpan<char> text)
    {
        Span<byte> places = stackalloc byte[Limits.MaxPinDigits];
        int count = 0;
        foreach (char character in text)
        {
            int place = char.ToLowerInvariant(character) - EnterPinRequest.FirstLetter;
            if (character == ' ')
            {
                continue;
            }

            if (place is < 0 or >= EnterPinRequest.LetterCount || count == places.Length)
            {
                places.Clear();
                return null;
            }

            places[count++] = (byte)place;
        }

        PinLetters? letters = count < Limits.MinPinDigits ? null : new PinLetters(places[..count].ToArray());
        places.Clear();
        return letters;
    }

    /// <summary>Whether two entries with the same letters on the screen were of the same PIN.</summary>
    public bool IsSameAs(PinLetters other) => Places.SequenceEqual(other.Places);

    /// <summary>Overwrites the letters.</summary>
    public void Dispose() => Array.Clear(_places);
}
