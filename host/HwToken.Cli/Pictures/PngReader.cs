using System.Buffers.Binary;
using System.IO.Compression;

namespace HwToken.Cli.Pictures;

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
