using System.Diagnostics;
using HwToken.Cli.Pictures;

namespace HwToken.Cli.Tests.Pictures;

public sealed class PictureFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-picture-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<CliException> FailsAsync(byte[] content)
    {
        CliException e = await Assert.ThrowsAsync<CliException>(
            () => PictureFile.ReadAsync(PictureFile.StandardInput, new MemoryStream(content), CancellationToken.None));
        Assert.Equal(ExitStatus.Failed, e.Status);
        return e;
    }

    public static TheoryData<string> Formats => ["png", "jpeg"];

    private static byte[] Encode(string format, GreyPicture picture) => format == "png" ? picture.ToPng() : picture.ToJpeg(95);

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Read_Picture_IsThat(string format)
    {
        GreyPicture drawn = Drawing.Qr("a", 8);
        string path = Path.Combine(_folder, "picture");
        await File.WriteAllBytesAsync(path, Encode(format, drawn));
        using GreyPicture read = await PictureFile.ReadAsync(path, Stream.Null, CancellationToken.None);
        Assert.Equal((drawn.Width, drawn.Height), (read.Width, read.Height));
        Assert.All(read.Pixels.Zip(drawn.Pixels), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 40));
    }

    [Fact]
    public async Task Read_NoFile_NamesIt()
    {
        string path = Path.Combine(_folder, "absent.png");
        CliException e = await Assert.ThrowsAsync<CliException>(() => PictureFile.ReadAsync(path, Stream.Null, CancellationToken.None));
        Assert.Equal($"there is no file {path}", e.Message);
    }

    [Fact]
    public async Task Read_Folder_CannotBeRead()
    {
        CliException e = await Assert.ThrowsAsync<CliException>(() => PictureFile.ReadAsync(_folder, Stream.Null, CancellationToken.None));
        Assert.Equal($"{_folder} cannot be read", e.Message);
    }

    [FactNeeding("mkfifo")]
    public async Task Read_NamedPipeThatNobodyWritesTo_IsGivenUpWhenCancelled()
    {
        string path = Path.Combine(_folder, "pipe");
        using (Process mkfifo = Process.Start("mkfifo", [path]))
        {
            await mkfifo.WaitForExitAsync();
        }

        using var cancellation = new CancellationTokenSource();
        Task<GreyPicture> reading = Task.Run(() => PictureFile.ReadAsync(path, Stream.Null, cancellation.Token));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromMinutes(5)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ")]
    [InlineData("\0\0\0\u0018ftypheic")]
    [InlineData("GIF89a")]
    public async Task Read_AnotherFormat_SaysWhichAreRead(string text)
    {
        CliException e = await FailsAsync([.. text.Select(c => (byte)c)]);
        Assert.Equal("stdin is no PNG or JPEG picture", e.Message);
        Assert.Equal("save it as one of these: phones also make HEIC, and browsers WebP", e.Hint);
    }

    [Fact]
    public async Task Read_FileTooLarge_SaysHowMuchIsTaken() =>
        Assert.Equal("stdin has more than 32 MiB", (await FailsAsync(new byte[PictureFile.MaxLength + 1])).Message);

    [Theory]
    [InlineData(8001, 8000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1, int.MaxValue)]
    public async Task Read_PngOfTooManyPixels_IsRefusedBeforeThereIsRoomForThem(int width, int height)
    {
        byte[] png = [.. PngReader.Signature, .. Drawing.Chunk("IHDR"u8, Drawing.Header(width, height)), .. Drawing.Chunk("IEND"u8, [])];
        Assert.Equal("stdin has more than 64 million pixels", (await FailsAsync(png)).Message);
    }

    [Fact]
    public async Task Read_JpegOfTooManyPixels_IsRefused()
    {
        byte[] jpeg = Drawing.Blank(8, 8).ToJpeg(50);
        int frame = jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        // Height and width, 60000 each: T.81, annex B.2.2. The library's own limit is 65500.
        new byte[] { 0xEA, 0x60, 0xEA, 0x60 }.CopyTo(jpeg.AsSpan(frame + 5));
        Assert.Equal("stdin has more than 64 million pixels", (await FailsAsync(jpeg)).Message);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(-1, 5)]
    public async Task Read_PngWithoutPixels_IsDamaged(int width, int height)
    {
        byte[] png = [.. PngReader.Signature, .. Drawing.Chunk("IHDR"u8, Drawing.Header(width, height)), .. Drawing.Chunk("IEND"u8, [])];
        Assert.Contains(width < 0 ? "more than 64 million" : "is damaged", (await FailsAsync(png)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_PngCutAnywhere_IsDamaged()
    {
        byte[] png = Drawing.Qr("a", 1).ToPng();
        int end = png.AsSpan().IndexOf("IEND"u8) - 8;
        foreach (int length in Effort.Some([.. Enumerable.Range(PngReader.Signature.Length, end - 8 - PngReader.Signature.Length)], stride: 7))
        {
            Assert.Equal(
                "stdin is damaged, or no picture of a common kind", (await FailsAsync(png[..length])).Message);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Read_BytesChanged_IsAPictureOrAnErrorOfOurs(string format)
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
                using GreyPicture picture = await PictureFile.ReadAsync(
                    PictureFile.StandardInput, new MemoryStream(bad), CancellationToken.None);
            }
            catch (CliException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, cases / 20, cases);
    }
}
