using System.Buffers.Binary;
using System.IO.Compression;
using BitMiracle.LibJpeg;
using HwToken.Paper.Pictures;
using ZXing.QrCode.Internal;

namespace HwToken.TestKit.Pictures;

/// <summary>Makes pictures of QR codes, and what cameras and screens do to them.</summary>
public static class Drawing
{
    /// <summary>The first bytes of a PNG (W3C PNG specification, section 5.2).</summary>
    public static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="module">Pixels of a module's side.</param>
    /// <param name="margin">Modules of white around it; four by the standard.</param>
    public static GreyPicture Qr(string text, int module = 4, int margin = 4, IDictionary<ZXing.EncodeHintType, object>? hints = null)
    {
        ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M, hints).Matrix;
        var picture = Blank((matrix.Width + (2 * margin)) * module, (matrix.Height + (2 * margin)) * module);
        return picture.Changed((x, y) =>
        {
            int column = (x / module) - margin;
            int row = (y / module) - margin;
            bool isInside = column >= 0 && row >= 0 && column < matrix.Width && row < matrix.Height;
            return isInside && matrix[column, row] == 1 ? 0 : GreyPicture.White;
        });
    }

    public static GreyPicture Blank(int width, int height)
    {
        var picture = new GreyPicture(width, height);
        Array.Fill(picture.Pixels, GreyPicture.White);
        return picture;
    }

    public static GreyPicture Inverted(this GreyPicture picture) =>
        picture.Changed((x, y) => GreyPicture.White - picture.Row(y)[x]);

    public static GreyPicture LighterBy(this GreyPicture picture, int light) =>
        picture.Changed((x, y) => Math.Min(GreyPicture.White, (picture.Row(y)[x] / 2) + light));

    /// <summary>About its centre, on white that is large enough.</summary>
    public static GreyPicture Turned(this GreyPicture picture, double degrees)
    {
        (double sin, double cos) = Math.SinCos(degrees * Math.PI / 180);
        int side = (int)Math.Ceiling(Math.Sqrt(2) * Math.Max(picture.Width, picture.Height));
        return Blank(side, side).Changed((x, y) =>
        {
            (double dx, double dy) = (x - (side / 2.0), y - (side / 2.0));
            int fromX = (int)Math.Floor((dx * cos) + (dy * sin) + (picture.Width / 2.0));
            int fromY = (int)Math.Floor((dy * cos) - (dx * sin) + (picture.Height / 2.0));
            bool isInside = fromX >= 0 && fromY >= 0 && fromX < picture.Width && fromY < picture.Height;
            return isInside ? picture.Row(fromY)[fromX] : GreyPicture.White;
        });
    }

    /// <summary>Each pixel lighter or darker by at most so much; the same every time.</summary>
    public static GreyPicture Noisy(this GreyPicture picture, int most)
    {
        var random = new Random(1);
        return picture.Changed((x, y) => Math.Clamp(picture.Row(y)[x] + random.Next(-most, most + 1), 0, GreyPicture.White));
    }

    /// <summary>Laid over a larger picture.</summary>
    public static GreyPicture On(this GreyPicture picture, GreyPicture ground, int left, int top)
    {
        for (int y = 0; y < picture.Height; y++)
        {
            picture.Row(y).CopyTo(ground.Row(top + y)[left..]);
        }

        return ground;
    }

    /// <summary>Eight bits of grey, no filter.</summary>
    public static byte[] ToPng(this GreyPicture picture)
    {
        var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int y = 0; y < picture.Height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(picture.Row(y));
            }
        }

        return [.. PngSignature, .. Chunk("IHDR"u8, Header(picture.Width, picture.Height)), .. Chunk("IDAT"u8, rows.ToArray()), .. Chunk("IEND"u8, [])];
    }

    /// <summary>A PNG's header: 8 bits of grey, not interlaced.</summary>
    public static byte[] Header(int width, int height)
    {
        byte[] header = [0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return header;
    }

    public static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. type, .. data, 0, 0, 0, 0];
    }

    public static byte[] ToJpeg(this GreyPicture picture, int quality)
    {
        SampleRow[] rows = [.. Enumerable.Range(0, picture.Height)
            .Select(y => new SampleRow(picture.Row(y).ToArray(), picture.Width, 8, 1))];
        using var jpeg = new JpegImage(rows, Colorspace.Grayscale);
        var file = new MemoryStream();
        jpeg.WriteJpeg(file, new CompressionParameters { Quality = quality });
        return file.ToArray();
    }

    private static GreyPicture Changed(this GreyPicture picture, Func<int, int, int> grey)
    {
        var changed = new GreyPicture(picture.Width, picture.Height);
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                changed.Row(y)[x] = (byte)grey(x, y);
            }
        }

        return changed;
    }
}
