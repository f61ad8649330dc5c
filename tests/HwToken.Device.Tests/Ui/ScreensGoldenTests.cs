using HwToken.Device.Ui;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Ui;

public class ScreensGoldenTests
{
    public static TheoryData<string> Names => [.. ScreenGallery.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Screen_Shown_LooksAsItsPicture(string name)
    {
        var panel = new SimulatedPanel();
        var screens = new Screens(panel);

        ScreenGallery.All[name](screens);

        Golden.Check($"screens/{name}.txt", PanelText.HalfBlocks(panel.Snapshot()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Screen_AfterAnyOther_LooksAsFromTheStart(string name)
    {
        foreach (Action<Screens> other in ScreenGallery.All.Values)
        {
            var panel = new SimulatedPanel();
            var screens = new Screens(panel);
            other(screens);

            ScreenGallery.All[name](screens);

            Golden.Check($"screens/{name}.txt", PanelText.HalfBlocks(panel.Snapshot()));
        }
    }

    [Fact]
    public void Golden_EveryPicture_IsOfAScreen()
    {
        string folder = Repository.PathOf("tests", "golden", "screens");

        IEnumerable<string> pictures = Directory.GetFiles(folder).Select(p => Path.GetFileNameWithoutExtension(p)!);

        Assert.Equal(ScreenGallery.All.Keys.Order(StringComparer.Ordinal), pictures.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Gallery_EveryOutcome_IsThere()
    {
        Assert.Equal(
            Enum.GetValues<Outcome>().Length,
            ScreenGallery.All.Keys.Count(name => name.StartsWith("outcome-", StringComparison.Ordinal)));
    }
}
