using HwToken.Cli.Output;
using HwToken.Cli.Secrets;

namespace HwToken.Cli.Pictures;

/// <summary>Reads the picture that a user names.</summary>
internal static class PictureFile
{
    /// <summary>In the place of a file's name: standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Far more than a screenshot or a photo of a phone has.</summary>
    public const int MaxLength = 32 * 1024 * 1024;

    /// <summary>What messages call it.</summary>
    public static string NameOf(string path) => path == StandardInput ? "stdin" : Printable.Of(path);

    /// <exception cref="CliException">It cannot be read, or is no picture.</exception>
    public static async Task<GreyPicture> ReadAsync(string path, Stream input, CancellationToken cancel)
    {
        byte[] file = new byte[MaxLength + 1];
        try
        {
            int length = await ReadAsync(path, input, file, cancel);
            return length <= MaxLength
                ? Decode(NameOf(path), file, length)
                : throw Failed($"{NameOf(path)} has more than {MaxLength / 1024 / 1024} MiB", "crop the picture to the QR code");
        }
        finally
        {
            Array.Clear(file);
        }
    }

    private static async Task<int> ReadAsync(string path, Stream input, byte[] file, CancellationToken cancel)
    {
        if (path == StandardInput)
        {
            return await SecretInput.FillAsync(file, input, cancel);
        }

        try
        {
            return await SecretInput.FillAsync(
                file,
                async () =>
                {
                    await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
                    return await stream.ReadAtLeastAsync(file, file.Length, throwOnEndOfStream: false, cancel);
                },
                cancel);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Failed($"there is no file {NameOf(path)}", "name the picture of the QR code behind --qr");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Failed($"{NameOf(path)} cannot be read", "name a picture of the QR code that you may read");
        }
    }

    private static GreyPicture Decode(string name, byte[] file, int length)
    {
        ReadOnlySpan<byte> content = file.AsSpan(0, length);
        try
        {
            return content.StartsWith(PngReader.Signature) ? PngReader.Read(content)
                : content.StartsWith(JpegReader.Signature) ? JpegReader.Read(file, length)
                : throw Failed(
                    $"{name} is no PNG or JPEG picture", "save it as one of these: phones also make HEIC, and browsers WebP");
        }
        catch (InvalidDataException)
        {
            throw Failed($"{name} is damaged, or no picture of a common kind", "save it again, as PNG");
        }
        catch (PictureTooLargeException)
        {
            throw Failed(
                $"{name} has more than {GreyPicture.MaxPixels / 1_000_000} million pixels", "crop the picture to the QR code");
        }
    }

    private static CliException Failed(string message, string hint) => new(ExitStatus.Failed, message, hint);
}
