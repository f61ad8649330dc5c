using System.Buffers.Binary;
using HwToken.Enclosure.OpenScad;

namespace HwToken.Enclosure.Tests.OpenScad;

public class PictureTests
{
    private const int MostBytes = 150_000;
    private const int HeightOffset = 20;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static TheoryData<string> Names => [.. Enclosures.Folder.Pictures.Select(picture => picture.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Picture_InTheRepository_IsASmallPngThatThePageShows(string name)
    {
        byte[] png = File.ReadAllBytes(Enclosures.Folder.PictureOf(name));

        Assert.Equal(Signature, png[..Signature.Length]);
        Assert.Equal(750, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(HeightOffset)));
        Assert.InRange(png.Length, 5_000, MostBytes);
        string page = File.ReadAllText(Enclosures.Folder.PictureOf("README.md"));
        Assert.Contains($"]({name})", page, StringComparison.Ordinal);
    }

    [FactNeeding("openscad", "xvfb-run")]
    public void Png_OfADrawing_IsWritten()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("hwtoken-picture-");
        try
        {
            string output = Path.Combine(folder.FullName, "p.png");

            OpenScadProgram.Png(Enclosures.Folder.Pictures.Single(picture => picture.Name == "bench.png"), output);

            Assert.Equal(Signature, File.ReadAllBytes(output)[..Signature.Length]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
