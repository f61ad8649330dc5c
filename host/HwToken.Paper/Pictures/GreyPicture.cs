// A picture in memory.
namespace HwToken.Paper.Pictures;

/// <summary>A picture without its colours. Overwritten when disposed of: it may show a key.</summary>
public sealed class GreyPicture : IDisposable
{
    /// <summary>More than a phone's camera makes by default (12 to 50 million), and 64 MB of memory.</summary>
    public const int MaxPixels = 64_000_000;

    public const byte White = 255;

    public GreyPicture(int width, int height)
    {
        (Width, Height) = (width, height);
        Pixels = new byte[checked(width * height)];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Row by row from the top, 0 is black, 255 is white.</summary>
    public byte[] Pixels { get; }

    public Span<byte> Row(int y) => Pixels.AsSpan(y * Width, Width);

    /// <summary>Room for a picture of the size that its file claims.</summary>
    /// <exception cref="InvalidDataException">No pixels.</exception>
    /// <exception cref="PictureTooLargeException">Too many.</exception>
    public static GreyPicture Claimed(long width, long height)
    {
        if (width < 1 || height < 1)
        {
            throw new InvalidDataException("a picture without pixels");
        }

        return width <= MaxPixels && height <= MaxPixels && width * height <= MaxPixels
            ? new GreyPicture((int)width, (int)height)
            : throw new PictureTooLargeException();
    }

    /// <summary>How light a colour looks (ITU-R BT.601, as JPEG's own grey), on white where it is transparent.</summary>
    /// <param name="alpha">255 is opaque.</param>
    public static byte Grey(int red, int green, int blue, int alpha = 255)
    {
        int grey = ((77 * red) + (150 * green) + (29 * blue)) >> 8;
        return (byte)(((grey * alpha) + (White * (255 - alpha))) / 255);
    }

    /// <summary>Each pixel the mean of four, which also takes noise out; at least 2 by 2.</summary>
    public GreyPicture Halved()
    {
        var half = new GreyPicture(Width / 2, Height / 2);
        for (int y = 0; y < half.Height; y++)
        {
            ReadOnlySpan<byte> upper = Row(2 * y);
            ReadOnlySpan<byte> lower = Row((2 * y) + 1);
            Span<byte> row = half.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = (byte)((upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1] + 2) / 4);
            }
        }

        return half;
    }

    /// <summary>Each pixel a square of so many, inside a white margin as wide as <paramref name="margin"/> pixels of this.</summary>
    public GreyPicture Enlarged(int factor, int margin)
    {
        var large = new GreyPicture((Width + (2 * margin)) * factor, (Height + (2 * margin)) * factor);
        Array.Fill(large.Pixels, White);
        for (int y = 0; y < Height * factor; y++)
        {
            ReadOnlySpan<byte> source = Row(y / factor);
            Span<byte> row = large.Row(y + (margin * factor))[(margin * factor)..];
            for (int x = 0; x < Width * factor; x++)
            {
                row[x] = source[x / factor];
            }
        }

        return large;
    }

    public void Dispose() => Array.Clear(Pixels);
}

/// <summary>A picture of more than <see cref="GreyPicture.MaxPixels"/>.</summary>
public sealed class PictureTooLargeException() : Exception("too many pixels");
