using HwToken.Core.Otp;

namespace HwToken.Fuzz.Targets;

/// <summary>Base32 as people type it: whatever is taken prints as a text that is taken as the same key.</summary>
public sealed class Base32Target : ITarget
{
    private readonly char[] _text = new char[512];
    private readonly byte[] _key = new byte[512];
    private readonly byte[] _again = new byte[512];

    public string Name => "base32";

    public int MaxLength => 256;

    public IEnumerable<byte[]> Seeds =>
        [[.. "MZXW6YTBOI======"u8], [.. "mzxw 6ytb-oi"u8], [.. "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"u8], [], [.. "1890"u8]];

    public void Run(ReadOnlySpan<byte> input)
    {
        // Two bytes a character would hide the letters from the mutator; Latin-1 reaches all that is refused.
        for (int i = 0; i < input.Length; i++)
        {
            _text[i] = (char)input[i];
        }

        int length = Base32.Decode(_text, 0, input.Length, _key, out int errorPosition);
        if (length < 0)
        {
            Require(errorPosition >= -1 && errorPosition <= input.Length, "the error is outside the text");
            return;
        }

        char[] printed = Base32.Encode(_key, 0, length).ToCharArray();
        int again = Base32.Decode(printed, 0, printed.Length, _again, out _);
        Require(again == length && _again.AsSpan(0, again).SequenceEqual(_key.AsSpan(0, length)), "it prints as another key");
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}
