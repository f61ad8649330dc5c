using HwToken.Enclosure.OpenScad;

namespace HwToken.Enclosure.Tests.OpenScad;

/// <summary>
/// The fit check knows boxes; this asks the geometry itself: what the printed parts share with the bought ones, and
/// with each other, must be nothing.
/// </summary>
public sealed class OverlapTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hwtoken-overlap-");

    public void Dispose() => _folder.Delete(recursive: true);

    [TheoryNeeding("openscad")]
    [InlineData("pocket")]
    [InlineData("bench")]
    public void Overlap_AsCommitted_IsNothing(string drawing) => Assert.Null(Overlap(drawing));

    [FactNeeding("openscad")]
    public void Overlap_PostsInsideAModule_IsABody() =>
        Assert.NotNull(Overlap("bench", "usb_uart_module_clearance=-1"));

    private string? Overlap(string drawing, params string[] definitions) =>
        OpenScadProgram.Stl(Enclosures.Folder.DrawingOf(drawing), "overlap", _folder.FullName, definitions);
}
