namespace HwToken.Pages.Tests;

public class HardwareFolderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("hardware")]
    [InlineData("tests/HwToken.Pages.Tests")]
    public void FindFrom_InsideTheRepository_FindsItsHardware(string start) =>
        Assert.Equal(
            Repository.PathOf("hardware", "power.md"),
            HardwareFolder.FindFrom(Repository.PathOf(start))?.PathOf("power.md"));

    [Fact]
    public void FindFrom_Elsewhere_IsNull() => Assert.Null(HardwareFolder.FindFrom(Path.GetPathRoot(Repository.Root)!));
}
