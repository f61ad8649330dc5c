// A picture file of one QR code, and what the code says.
using HwToken.Paper.Text;

namespace HwToken.Paper.Pictures;

/// <summary>Reads the QR code in a picture file: PNG or JPEG, of at most <see cref="GreyPicture.MaxPixels"/> pixels.</summary>
public static class QrPicture
{
    /// <summary>Bytes of a file. Far more than a screenshot or a photo of a phone has.</summary>
    public const int MaxLength = 32 * 1024 * 1024;

    /// <summary>What the one code in a picture says. The caller disposes of it.</summary>
    /// <param name="name">What messages call the picture.</param>
    /// <param name="file">The file's bytes from its start; what is behind <paramref name="length"/> is not looked at.</param>
    /// <exception cref="PaperException">It is no picture that can be read, or shows no code, or more than one.</exception>
    public static SecretText Read(string name, byte[] file, int length, CancellationToken cancel)
    {
        using GreyPicture picture = Decode(name, file, length);
        IReadOnlyList<SecretText> codes = QrFinder.Find(picture, cancel);
        if (codes.Count == 1)
        {
            return codes[0];
        }

        foreach (SecretText code in codes)
        {
            code.Dispose();
        }

        throw codes.Count == 0
            ? new PaperException(
                $"{name} shows no QR code that can be read",
                "take the picture again, sharp and with some white around the code, or type the key that is shown beside it")
            : new PaperException($"{name} shows more than one QR code", "crop the picture to the one with the key");
    }

    internal static GreyPicture Decode(string name, byte[] file, int length)
    {
        ReadOnlySpan<byte> content = file.AsSpan(0, length);
        try
        {
            return length > MaxLength
                ? throw new PaperException($"{name} has more than {MaxLength / 1024 / 1024} MiB", "crop the picture to the QR code")
                : content.StartsWith(PngReader.Signature) ? PngReader.Read(content)
                : content.StartsWith(JpegReader.Signature) ? JpegReader.Read(file, length)
                : throw new PaperException(
                    $"{name} is not a PNG or JPEG picture", "save it as one of these: phones also make HEIC, and browsers WebP");
        }
        catch (InvalidDataException)
        {
            throw new PaperException($"{name} is damaged, or not a common kind of picture", "save it again, as PNG");
        }
        catch (PictureTooLargeException)
        {
            throw new PaperException(
                $"{name} has more than {GreyPicture.MaxPixels / 1_000_000} million pixels", "crop the picture to the QR code");
        }
    }
}
