// Reads PNG pictures.
using System.Buffers.Binary;
using System.IO.Compression;

namespace HwToken.Paper.Pictures;

/// <summary>PNG (W3C PNG specification, third edition): all colour types and bit depths, interlaced or not.</summary>
/// <remarks>
/// Of our own, since the platform does the hard part (zlib) and this way every buffer that shows the key is cleared.
/// Checksums are left alone: zlib has its own, and so has the QR code.
/// </remarks>
internal static class PngReader
{
    private const int HeaderLength = 13;

    // Length, type and CRC around a chunk's data (section 5.3).
    private const int ChunkFrame = 12;

    // Section 8.1: where each of Adam7's passes begins, and its steps. One pass covers all where nothing is interlaced.
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private static readonly (int X, int Y, int StepX, int StepY)[] OnePass = [(0, 0, 1, 1)];


    /// <summary>Section 5.2.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="PictureTooLargeException"/>
    public static GreyPicture Read(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> header = [];
        ReadOnlySpan<byte> palette = [];
        ReadOnlySpan<byte> transparency = [];
        byte[] data = new byte[file.Length];
        int length = 0;
        try
        {
            for (ReadOnlySpan<byte> rest = file[Signature.Length..]; rest.Length >= ChunkFrame;)
            {
                uint size = BinaryPrimitives.ReadUInt32BigEndian(rest);
                if (size > rest.Length - ChunkFrame)
                {
                    throw new InvalidDataException("a chunk that is longer than the file");
                }

                ReadOnlySpan<byte> type = rest.Slice(4, 4);
                ReadOnlySpan<byte> chunk = rest.Slice(8, (int)size);
                rest = rest[(ChunkFrame + (int)size)..];
                if (type.SequenceEqual("IHDR"u8))
                {
                    header = chunk;
                }
                else if (type.SequenceEqual("PLTE"u8))
                {
                    palette = chunk;
                }
                else if (type.SequenceEqual("tRNS"u8))
                {
                    transparency = chunk;
                }
                else if (type.SequenceEqual("IDAT"u8))
                {
                    chunk.CopyTo(data.AsSpan(length));
                    length += chunk.Length;
                }
                else if (type.SequenceEqual("IEND"u8))
                {
                    break;
                }
            }

            return header.Length == HeaderLength
                ? Inflate(header, new PngPixels(header[8], header[9], palette, transparency), data, length)
                : throw new InvalidDataException("no header");
        }
        finally
        {
            Array.Clear(data);
        }
    }

    private static GreyPicture Inflate(ReadOnlySpan<byte> header, PngPixels pixels, byte[] data, int length)
    {
        uint width = BinaryPrimitives.ReadUInt32BigEndian(header);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        var picture = GreyPicture.Claimed(width, height);
        byte[] current = new byte[pixels.BytesOf(picture.Width)];
        byte[] previous = new byte[current.Length];
        byte[] greys = new byte[picture.Width];
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(data, 0, length), CompressionMode.Decompress);
            foreach ((int left, int top, int stepX, int stepY) in header[12] == 0 ? OnePass : Adam7)
            {
                int count = (picture.Width - left + stepX - 1) / stepX;
                if (count < 1)
                {
                    continue;
                }

                int bytes = pixels.BytesOf(count);
                Array.Clear(previous);
                for (int y = top; y < picture.Height; y += stepY)
                {
                    int filter = zlib.ReadByte();
                    zlib.ReadExactly(current, 0, bytes);
                    Unfilter(filter, current.AsSpan(0, bytes), previous, pixels.FilterDistance);
                    pixels.ToGrey(current, greys.AsSpan(0, count));
                    Span<byte> row = picture.Row(y);
                    for (int i = 0; i < count; i++)
                    {
                        row[left + (i * stepX)] = greys[i];
                    }

                    (current, previous) = (previous, current);
                }
            }

            return picture;
        }
        catch (EndOfStreamException)
        {
            picture.Dispose();
            throw new InvalidDataException("rows are missing");
        }
        catch
        {
            picture.Dispose();
            throw;
        }
        finally
        {
            Array.Clear(current);
            Array.Clear(previous);
            Array.Clear(greys);
        }
    }

    /// <summary>Section 9.2: each byte was written as its difference from what its neighbours promise.</summary>
    private static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int left = i < distance ? 0 : row[i - distance];
            int upperLeft = i < distance ? 0 : above[i - distance];
            row[i] += filter switch
            {
                0 => 0,
                1 => (byte)left,
                2 => above[i],
                3 => (byte)((left + above[i]) / 2),
                4 => (byte)Paeth(left, above[i], upperLeft),
                _ => throw new InvalidDataException("an unknown filter"),
            };
        }
    }

    /// <summary>Section 9.4.</summary>
    private static int Paeth(int left, int above, int upperLeft)
    {
        int estimate = left + above - upperLeft;
        (int toLeft, int toAbove, int toUpperLeft) =
            (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - upperLeft));
        return toLeft <= toAbove && toLeft <= toUpperLeft ? left : toAbove <= toUpperLeft ? above : upperLeft;
    }
}

/// <summary>How a PNG's rows become greys: its colour type and bit depth (section 11.2.1 of the specification).</summary>
internal sealed class PngPixels
{
    private const int PaletteType = 3;

    private readonly int _channels;
    private readonly int _depth;

    // The grey of each palette index, or of each value of a grey channel of at most 8 bits; null for the other types.
    private readonly byte[]? _greys;

    // The colour that is transparent (section 11.3.1.1), as it stands in a row; -1 for none.
    private readonly int[] _transparent = [-1, -1, -1];

    /// <exception cref="InvalidDataException">There is no such combination.</exception>
    public PngPixels(int depth, int type, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency)
    {
        (int channels, bool allowed) = type switch
        {
            0 => (1, depth is 1 or 2 or 4 or 8 or 16),
            2 => (3, depth is 8 or 16),
            PaletteType => (1, depth is 1 or 2 or 4 or 8),
            4 => (2, depth is 8 or 16),
            6 => (4, depth is 8 or 16),
            _ => (0, false),
        };
        if (!allowed || (type == PaletteType && palette.Length is < 3 or > 768))
        {
            throw new InvalidDataException("an unknown colour type");
        }

        (_channels, _depth) = (channels, depth);
        for (int i = 0; type is 0 or 2 && i < channels && transparency.Length >= 2 * channels; i++)
        {
            _transparent[i] = BinaryPrimitives.ReadUInt16BigEndian(transparency[(2 * i)..]);
        }

        _greys = type == PaletteType ? FromPalette(palette, transparency) : depth <= 8 && channels == 1 ? FromDepth() : null;
    }

    /// <summary>Bytes from a byte to its counterpart in the pixel before (section 9.2), at least 1.</summary>
    public int FilterDistance => Math.Max(1, _channels * _depth / 8);

    public int BytesOf(int pixels) => checked((int)((((long)pixels * _channels * _depth) + 7) / 8));

    public void ToGrey(ReadOnlySpan<byte> row, Span<byte> greys)
    {
        for (int x = 0; x < greys.Length; x++)
        {
            greys[x] = _greys is null ? Mixed(row[(x * FilterDistance)..]) : _greys[Index(row, x)];
        }
    }

    private int Index(ReadOnlySpan<byte> row, int x)
    {
        int bit = x * _depth;
        return (row[bit / 8] >> (8 - _depth - (bit % 8))) & ((1 << _depth) - 1);
    }

    private byte Mixed(ReadOnlySpan<byte> pixel)
    {
        // Of 16 bits the upper 8 are enough for black and white.
        int size = _depth / 8;
        bool isOpaque = false;
        for (int i = 0; i < _channels && i < _transparent.Length; i++)
        {
            int value = size == 1 ? pixel[i] : BinaryPrimitives.ReadUInt16BigEndian(pixel[(i * size)..]);
            isOpaque |= value != _transparent[i];
        }

        int alpha = !isOpaque ? 0 : _channels is 2 or 4 ? pixel[(_channels - 1) * size] : 255;
        return _channels >= 3
            ? GreyPicture.Grey(pixel[0], pixel[size], pixel[2 * size], alpha)
            : GreyPicture.Grey(pixel[0], pixel[0], pixel[0], alpha);
    }

    // Indices that the palette does not have are black; the picture is damaged, and its code may still be read.
    private static byte[] FromPalette(ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency)
    {
        byte[] greys = new byte[256];
        for (int i = 0; i < palette.Length / 3; i++)
        {
            int alpha = i < transparency.Length ? transparency[i] : 255;
            greys[i] = GreyPicture.Grey(palette[3 * i], palette[(3 * i) + 1], palette[(3 * i) + 2], alpha);
        }

        return greys;
    }

    private byte[] FromDepth()
    {
        int max = (1 << _depth) - 1;
        byte[] greys = new byte[max + 1];
        for (int i = 0; i <= max; i++)
        {
            greys[i] = i == _transparent[0] ? GreyPicture.White : (byte)(i * 255 / max);
        }

        return greys;
    }
}
