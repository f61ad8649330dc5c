using System.Diagnostics;
using System.Globalization;
using HwToken.Device.Storage;
using HwToken.Virtual.Storage;
using HwToken.Virtual.Tests.Support;

namespace HwToken.Virtual.Tests.Storage;

[Trait(Real.Name, Real.Yes)]
public sealed class KilledWhileCommittingTests : IDisposable
{
    private const int MaxCommitsBeforeKill = 12;
    private static readonly int Kills = Effort.Cases(few: 4, full: 25);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// The seed fixes after how many commits each kill comes; where in the next commit it strikes, the machine decides.
    /// </summary>
    [Fact]
    public async Task Commit_KilledAtAnyMoment_LeavesTheLastAcknowledgedStateOrTheNext()
    {
        string path = _folder.File("state");
        Random random = new(20261123);
        int stored = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            int acknowledged = await KillAfter(random.Next(1, MaxCommitsBeforeKill), path);

            using SimulatedFlash flash = new(FlashImage.Open(path));
            int number = NumberedState.Read(new AtomicStorage(flash));
            Assert.InRange(number, acknowledged, acknowledged + 1);
            Assert.True(number > stored);
            stored = number;
        }
    }

    /// <returns>The last number that the killed process said was stored.</returns>
    private static async Task<int> KillAfter(int commits, string path)
    {
        using Process writer = Child.Start(Child.CommitForever, path);
        List<string> acknowledged = [];
        while (acknowledged.Count < commits)
        {
            acknowledged.Add((await writer.StandardOutput.ReadLineAsync())!);
        }

        await writer.KillNow();
        string rest = await writer.StandardOutput.ReadToEndAsync();
        acknowledged.AddRange(rest.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return int.Parse(acknowledged[^1], CultureInfo.InvariantCulture);
    }
}
