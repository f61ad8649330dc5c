namespace HwToken.EndToEnd.Tests;

/// <summary>Signals to a hwtoken that is blocked where nothing can be cancelled.</summary>
public class SignalTests
{
    [FactNeeding("kill", "mkfifo")]
    public async Task CredentialProcess_SigTermWhileAConfigFileIsAFifo_EndsIt()
    {
        using var workspace = new Workspace();
        string fifo = Path.Combine(workspace.Folder, "config");
        Assert.Equal(0, (await Running.RunAsync(workspace, ExternalTool.Find("mkfifo")!, fifo)).Status);
        workspace.Environment["AWS_CONFIG_FILE"] = fifo;
        using Running running = Running.Start(workspace, Programs.HwToken, "credential-process");

        // The other end can be opened once hwtoken has opened its own; nothing is ever written.
        await using FileStream otherEnd = await Task.Run(() => new FileStream(fifo, FileMode.Open, FileAccess.Write))
            .WaitAsync(TimeSpan.FromMinutes(1));
        await running.SignalAsync("TERM");

        Assert.Equal(new Result(143, "", ""), await running.EndAsync());
    }
}
