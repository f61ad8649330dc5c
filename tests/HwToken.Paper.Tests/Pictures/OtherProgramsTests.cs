using System.Text;
using HwToken.Paper.Pictures;

namespace HwToken.Paper.Tests.Pictures;

/// <summary>Pictures that qrencode and ImageMagick have made, which zbarimg reads as we do.</summary>
public sealed class OtherProgramsTests : IDisposable
{
    private const string Uri =
        "otpauth://totp/Amazon%20Web%20Services:alice@123456789012?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Amazon%20Web%20Services";

    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-qr-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [PictureTheory("qrencode", "zbarimg")]
    [InlineData("png:-", "")]
    [InlineData("png:-", "-rotate 90")]
    [InlineData("png:-", "-background white -rotate 17")]
    [InlineData("png:-", "-scale 60%")]
    [InlineData("png:-", "-resize 250%")]
    [InlineData("png:-", "-seed 1 -attenuate 0.4 +noise Gaussian")]
    [InlineData("png:-", "-blur 0x1.5")]
    [InlineData("png:-", "-fill #1a3a8f -opaque black -fill #fff3d0 -opaque white")]
    [InlineData("png:-", "-type Palette -interlace PNG")]
    [InlineData("png:-", "-background white -gravity center -extent 1600x1200")]
    [InlineData("png:-", "-distort Perspective 0,0,20,10,400,0,380,0,0,400,0,390,400,400,400,400")]
    [InlineData("jpeg:-", "-quality 90")]
    [InlineData("jpeg:-", "-quality 20 -sampling-factor 2x2 -fill #1a3a8f -opaque black")]
    [InlineData("jpeg:-", "-quality 70 -interlace JPEG")]
    [InlineData("jpeg:-", "-background #d0c8b8 -rotate 12 -resize 1500x -blur 0x2 -seed 2 -attenuate 0.2 +noise Gaussian -quality 60")]
    public async Task Find_OthersPicture_SaysWhatZbarReads(string format, string changes)
    {
        byte[] code = PictureTools.Run("qrencode", Encoding.ASCII.GetBytes(Uri), "-o", "-", "-s", "8");
        byte[] file = PictureTools.Convert(code, ["png:-", "-type", "TrueColor", .. changes.Split(' ', StringSplitOptions.RemoveEmptyEntries), format]);
        string path = Path.Combine(_folder, "picture");
        await File.WriteAllBytesAsync(path, file);
        Assert.Equal(Uri + "\n", Encoding.UTF8.GetString(PictureTools.Run("zbarimg", [], "-q", "--raw", path)));

        using GreyPicture picture = QrPicture.Decode("picture", file, file.Length);
        var found = Assert.Single(QrFinder.Find(picture, CancellationToken.None));
        Assert.Equal(Uri, new string(found.Buffer, 0, found.Length));
    }

    [PictureTheory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 4)]
    [InlineData(0, 8)]
    [InlineData(0, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(3, 4)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(4, 16)]
    [InlineData(6, 8)]
    [InlineData(6, 16)]
    public void Read_EveryKindOfPng_LooksAsImageMagickSeesIt(int type, int depth)
    {
        string[] alpha = type is 4 or 6 ? ["-alpha", "set", "-channel", "A", "-evaluate", "set", "70%", "+channel"] : ["-alpha", "off"];
        foreach (string interlace in new[] { "None", "PNG" })
        {
            byte[] png = PictureTools.Convert(
                Pixels(type, depth),
                ["pnm:-", .. alpha, "-interlace", interlace, "-define", $"png:color-type={type}", "-define", $"png:bit-depth={depth}", "png:-"]);
            Assert.Equal((depth, type), (png[24], png[25]));
            Assert.Equal(interlace == "PNG" ? 1 : 0, png[28]);
            byte[] expected = PictureTools.Convert(
                png, "png:-", "-background", "white", "-alpha", "remove", "-alpha", "off", "-grayscale", "Rec601Luma", "-depth", "8", "gray:-");

            using GreyPicture picture = PngReader.Read(png);
            Assert.Equal((37, 23), (picture.Width, picture.Height));
            Assert.All(picture.Pixels.Zip(expected), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 2));
        }
    }

    /// <summary>As many greys or colours as there may be, in a portable anymap.</summary>
    private static byte[] Pixels(int type, int depth)
    {
        // 37 by 23: none of Adam7's passes ends where a byte does.
        bool isGrey = type is 0 or 4;
        int most = (1 << Math.Min(depth, 8)) - 1;
        var random = new Random(5);
        byte[] samples = new byte[37 * 23 * (isGrey ? 1 : 3)];
        for (int i = 0; i < samples.Length;)
        {
            int index = random.Next(most + 1);
            samples[i++] = (byte)(index * 255 / most);
            for (int more = isGrey ? 0 : 2; more > 0; more--)
            {
                // Of a palette the index decides on the other colours too; black and white ImageMagick would add itself.
                samples[i] = type != 3 ? (byte)random.Next(256)
                    : index == 0 || index == most ? samples[i - 1]
                    : (byte)(index * (more == 2 ? 37 : 91));
                i++;
            }
        }

        return [.. Encoding.ASCII.GetBytes($"P{(isGrey ? 5 : 6)} 37 23 255\n"), .. samples];
    }
}
