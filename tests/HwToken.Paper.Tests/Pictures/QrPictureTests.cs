
using HwToken.Paper.Pictures;
using HwToken.Paper.Text;
using HwToken.TestKit.Pictures;

namespace HwToken.Paper.Tests.Pictures;

public class QrPictureTests
{
    private static GreyPicture Decode(byte[] content) => QrPicture.Decode("stdin", content, content.Length);

    private static PaperException Fails(byte[] content) => Assert.Throws<PaperException>(() => Decode(content));

    public static TheoryData<string> Formats => ["png", "jpeg"];

    private static byte[] Encode(string format, GreyPicture picture) => format == "png" ? picture.ToPng() : picture.ToJpeg(95);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_Picture_IsThat(string format)
    {
        GreyPicture drawn = Drawing.Qr("a", 8);
        using GreyPicture read = Decode(Encode(format, drawn));
        Assert.Equal((drawn.Width, drawn.Height), (read.Width, read.Height));
        Assert.All(read.Pixels.Zip(drawn.Pixels), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 40));
    }

    [Theory]
    [InlineData("")]
    [InlineData("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ")]
    [InlineData("\0\0\0\u0018ftypheic")]
    [InlineData("GIF89a")]
    public void Read_AnotherFormat_SaysWhichAreRead(string text)
    {
        PaperException e = Fails([.. text.Select(c => (byte)c)]);
        Assert.Equal("stdin is not a PNG or JPEG picture", e.Message);
        Assert.Equal("save it as one of these: phones also make HEIC, and browsers WebP", e.Hint);
    }

    [Fact]
    public void Read_FileTooLarge_SaysHowMuchIsTaken() =>
        Assert.Equal("stdin has more than 32 MiB", Fails(new byte[QrPicture.MaxLength + 1]).Message);

    [Theory]
    [InlineData(8001, 8000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1, int.MaxValue)]
    public void Read_PngOfTooManyPixels_IsRefusedBeforeThereIsRoomForThem(int width, int height)
    {
        byte[] png = [.. Drawing.PngSignature, .. Drawing.Chunk("IHDR"u8, Drawing.Header(width, height)), .. Drawing.Chunk("IEND"u8, [])];
        Assert.Equal("stdin has more than 64 million pixels", Fails(png).Message);
    }

    [Fact]
    public void Read_JpegOfTooManyPixels_IsRefused()
    {
        byte[] jpeg = Drawing.Blank(8, 8).ToJpeg(50);
        int frame = jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        // Height and width, 60000 each: T.81, annex B.2.2. The library's own limit is 65500.
        new byte[] { 0xEA, 0x60, 0xEA, 0x60 }.CopyTo(jpeg.AsSpan(frame + 5));
        Assert.Equal("stdin has more than 64 million pixels", Fails(jpeg).Message);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(-1, 5)]
    public void Read_PngWithoutPixels_IsDamaged(int width, int height)
    {
        byte[] png = [.. Drawing.PngSignature, .. Drawing.Chunk("IHDR"u8, Drawing.Header(width, height)), .. Drawing.Chunk("IEND"u8, [])];
        Assert.Contains(width < 0 ? "more than 64 million" : "is damaged", Fails(png).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PngCutAnywhere_IsDamaged()
    {
        byte[] png = Drawing.Qr("a", 1).ToPng();
        int end = png.AsSpan().IndexOf("IEND"u8) - 8;
        foreach (int length in Effort.Some([.. Enumerable.Range(Drawing.PngSignature.Length, end - 8 - Drawing.PngSignature.Length)], stride: 7))
        {
            Assert.Equal(
                "stdin is damaged, or not a common kind of picture", Fails(png[..length]).Message);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_BytesChanged_IsAPictureOrAnErrorOfOurs(string format)
    {
        byte[] good = Encode(format, Drawing.Qr("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ", 2));
        var random = new Random(7);
        int refused = 0;
        int cases = Effort.Cases(few: 100, full: 2000);
        for (int i = 0; i < cases; i++)
        {
            byte[] bad = [.. good];
            for (int changes = random.Next(1, 5); changes > 0; changes--)
            {
                bad[random.Next(3, Math.Min(bad.Length, random.Next(2) == 0 ? 64 : bad.Length))] = (byte)random.Next(256);
            }

            try
            {
                using GreyPicture picture = Decode(bad);
            }
            catch (PaperException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, cases / 20, cases);
    }
}
