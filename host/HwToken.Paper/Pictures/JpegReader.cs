// Reads JPEG pictures.
using BitMiracle.LibJpeg.Classic;

namespace HwToken.Paper.Pictures;

/// <summary>JPEG (ITU-T T.81), baseline and progressive, by a managed port of the Independent JPEG Group's library.</summary>
/// <remarks>
/// Chosen for having no unsafe code: whatever a stranger's picture makes it do, it stays inside its arrays. Those it
/// allocates itself hold the picture, and are not cleared.
/// </remarks>
internal static class JpegReader
{
    /// <summary>Start of image, and the first byte of the marker behind it (T.81, annex B.1.1).</summary>
    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    /// <exception cref="InvalidDataException">It is damaged, or of a kind that is not read.</exception>
    /// <exception cref="PictureTooLargeException"/>
    public static GreyPicture Read(byte[] file, int length)
    {
        GreyPicture? picture = null;
        try
        {
            var jpeg = new jpeg_decompress_struct(new Silence());
            jpeg.jpeg_stdio_src(new MemoryStream(file, 0, length, writable: false));
            jpeg.jpeg_read_header(true);
            picture = GreyPicture.Claimed(jpeg.Image_width, jpeg.Image_height);
            // The luminance as it is stored, with the colours left out.
            jpeg.Out_color_space = J_COLOR_SPACE.JCS_GRAYSCALE;
            jpeg.jpeg_start_decompress();
            byte[][] row = [new byte[picture.Width]];
            for (int y = 0; y < picture.Height && jpeg.jpeg_read_scanlines(row, 1) == 1; y++)
            {
                row[0].CopyTo(picture.Row(y));
            }

            Array.Clear(row[0]);
            return picture;
        }
        catch (Exception e) when (e is not (PictureTooLargeException or OutOfMemoryException))
        {
            picture?.Dispose();
            // It throws bare exceptions, and on damaged data those of arrays too.
            throw new InvalidDataException("no JPEG that can be read");
        }
    }

    /// <summary>By default the library tells the console what it thinks of a file.</summary>
    private sealed class Silence : jpeg_error_mgr
    {
        public override void output_message()
        {
        }
    }
}
