using System.Text;
using CsCheck;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class Base32Tests
{
    public static IEnumerable<object[]> Vectors => VectorFile.Rows("base32.txt", "text", "base32");

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Encode_PublishedText_GivesPublishedBase32(string text, string base32)
    {
        byte[] data = Encoding.ASCII.GetBytes(text);

        Assert.Equal(base32, Base32.Encode(data, 0, data.Length, padding: true));
        Assert.Equal(base32.TrimEnd('='), Base32.Encode(data, 0, data.Length));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Decode_PublishedBase32_GivesPublishedText(string text, string base32)
    {
        Assert.Equal(text, Encoding.ASCII.GetString(Decoded(base32)));
        Assert.Equal(text, Encoding.ASCII.GetString(Decoded(base32.TrimEnd('='))));
    }

    [Theory]
    [InlineData("mzxw6ytboi")]
    [InlineData("MZXW 6YTB OI")]
    [InlineData(" mzxw-6ytb-oi ")]
    [InlineData("mzXW6--ytb  OI")]
    [InlineData("MZXW6YTB OI== ====")]
    public void Decode_AsPeopleType_IsUnderstood(string text)
    {
        Assert.Equal("foobar", Encoding.ASCII.GetString(Decoded(text)));
    }

    [Theory]
    // Characters that are no base32, the digits people mistake for letters among them.
    [InlineData("MZXW6YT0", 7)]
    [InlineData("MZXW1YTB", 4)]
    [InlineData("8ZXW6YTB", 0)]
    [InlineData("MZXW_YTB", 4)]
    [InlineData("MZXW\tYTB", 4)]
    [InlineData("MZXW\u00C96YTB", 4)]
    [InlineData("MZXW\uFF216YTB", 4)]
    [InlineData("M@", 1)]
    [InlineData("M[", 1)]
    [InlineData("M`", 1)]
    [InlineData("M{", 1)]
    // Ends inside a byte.
    [InlineData("M", 0)]
    [InlineData("MZX", 2)]
    [InlineData("MZXW6Y", 5)]
    [InlineData("MZXW6YTBM", 8)]
    [InlineData("M Z-X ", 4)]
    // Spare bits that are not zero: MY would say the same.
    [InlineData("MZ", 1)]
    [InlineData("MZXR", 3)]
    [InlineData("MZXW7", 4)]
    [InlineData("MZXW6YR", 6)]
    [InlineData("MZ======", 1)]
    // Padding that is too short, too long, not needed, alone, or not at the end.
    [InlineData("MY=====", 2)]
    [InlineData("MY=======", 2)]
    [InlineData("MZXW6YTB=", 8)]
    [InlineData("MZXW6YTB========", 8)]
    [InlineData("=", 0)]
    [InlineData("MY======MY", 8)]
    public void Decode_NotBase32_IsRefusedWithItsPosition(string text, int position)
    {
        byte[] destination = [.. Enumerable.Repeat((byte)0xEE, 16)];

        int length = Base32.Decode(text.ToCharArray(), 0, text.Length, destination, out int errorPosition);

        Assert.Equal(-1, length);
        Assert.Equal(position, errorPosition);
        Assert.All(destination, b => Assert.Equal(0, b));
    }

    [Fact]
    public void Decode_PartOfAnArray_TakesOnlyThatPartAndCountsFromTheArraysStart()
    {
        char[] text = "secret=MZXW6YTB&".ToCharArray();
        byte[] destination = new byte[5];

        Assert.Equal(5, Base32.Decode(text, 7, 8, destination, out _));
        Assert.Equal("fooba", Encoding.ASCII.GetString(destination));

        text[9] = '!';
        Assert.Equal(-1, Base32.Decode(text, 7, 8, destination, out int errorPosition));
        Assert.Equal(9, errorPosition);
    }

    [Fact]
    public void Decode_DestinationTooShort_IsTheCallersError()
    {
        Assert.Throws<ArgumentException>(() => Base32.Decode(new char[8], 0, 8, new byte[4], out _));
    }

    [Fact]
    public void Decode_RandomBytesTypedInAnyWay_GivesTheBytesBack()
    {
        Gen<string> fillers = Gen.Int[0, 5].Select(i => i switch { 0 => " ", 1 => "-", 2 => " - ", _ => "" });
        Gen.Select(Gen.Byte.Array[0, 130], Gen.Bool, Gen.Bool, fillers.Array[16]).ForAll(
            1000,
            (data, padding, lower, filler) =>
            {
                string text = Base32.Encode(data, 0, data.Length, padding);
                text = lower ? text.ToLowerInvariant() : text;
                string typed = string.Concat(text.Select((c, i) => filler[i % filler.Length] + c));

                Assert.Equal(data, Decoded(typed));
            });
    }

    // One text, one key: what is accepted is what encoding gives, apart from case, blanks, dashes and padding.
    [Fact]
    public void Decode_RandomText_IsRefusedOrEncodesBackToItself()
    {
        Gen.Char["ABCDMNYZabyz2345670189=- "].Array[0, 20].ForAll(5000, text =>
        {
            byte[] data = new byte[Base32.MaxDecodedLength(text.Length)];
            int length = Base32.Decode(text, 0, text.Length, data, out int errorPosition);

            if (length < 0)
            {
                Assert.InRange(errorPosition, 0, text.Length - 1);
                return;
            }

            string characters = string.Concat(text.Where(c => c is not (' ' or '-' or '='))).ToUpperInvariant();
            Assert.Equal(-1, errorPosition);
            Assert.Equal(characters, Base32.Encode(data, 0, length));
        });
    }

    [Fact]
    public void Encode_IntoTheCallersArray_TouchesOnlyItsCharacters()
    {
        char[] destination = "[........]".ToCharArray();

        int length = Base32.Encode("xfoobax"u8.ToArray(), 1, 5, destination, 1);

        Assert.Equal(8, length);
        Assert.Equal("[MZXW6YTB]", new string(destination));
    }

    [Fact]
    public void EncodedLength_AnyLength_IsWhatEncodeWrites()
    {
        for (int count = 0; count <= 130; count++)
        {
            byte[] data = new byte[count];
            Assert.Equal(Base32.Encode(data, 0, count).Length, Base32.EncodedLength(count));
            Assert.Equal(Base32.Encode(data, 0, count, true).Length, Base32.EncodedLength(count, true));
        }
    }

    private static byte[] Decoded(string text)
    {
        byte[] data = new byte[Base32.MaxDecodedLength(text.Length)];
        int length = Base32.Decode(text.ToCharArray(), 0, text.Length, data, out int errorPosition);
        Assert.Equal(-1, errorPosition);
        return data[..length];
    }
}
