namespace HwToken.Virtual.Chips;

/// <summary>128x64 pixels as they were at one moment.</summary>
public sealed class PanelPicture
{
    public const int Width = 128;
    public const int Height = 64;

    private const int PageHeight = 8;

    /// <summary>As the panel's memory: 8 pages of 128 columns, one byte a column, bit 0 on top.</summary>
    private readonly byte[] _memory;

    internal PanelPicture(byte[] memory)
    {
        _memory = memory;
    }

    /// <param name="x">0 (left) to 127.</param>
    /// <param name="y">0 (top) to 63.</param>
    public bool IsLit(int x, int y) => (_memory[(y / PageHeight * Width) + x] >> (y % PageHeight) & 1) != 0;

    /// <summary>64 lines of 128 characters, <c>#</c> lit and <c>.</c> dark, each ended by a line feed.</summary>
    public string ToText() => string.Create((Width + 1) * Height, this, static (text, picture) =>
    {
        int at = 0;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                text[at++] = picture.IsLit(x, y) ? '#' : '.';
            }

            text[at++] = '\n';
        }
    });
}
