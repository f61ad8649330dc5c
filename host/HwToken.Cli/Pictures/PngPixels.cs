using System.Buffers.Binary;

namespace HwToken.Cli.Pictures;

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
