using System.Text.Json;

namespace HwToken.EndToEnd.Tests;

/// <summary>
/// hwtoken.exe and the virtual token, self-contained for win-x64. To build them and to make them a Windows takes a minute
/// or two, once for all of these; each is seconds then.
/// </summary>
public sealed class WineTests(WineDesk desk) : IClassFixture<WineDesk>
{
    [NeedsWine]
    public async Task Info_OfTheVirtualToken_IsShown()
    {
        Result info = await desk.HwTokenAsync("info");
        Assert.Equal((0, ""), (info.Status, info.Error));
        Assert.Contains("accounts\t2", info.Output, StringComparison.Ordinal);
        Assert.Equal(
            $"{Scene.MfaSerial}\tSHA1\t6\t30\ngithub:alice\tSHA1\t6\t30\n", (await desk.HwTokenAsync("accounts", "list")).Output);
    }

    [NeedsWine]
    public async Task List_PortOfTheEnvironment_ShowsTheToken()
    {
        Result list = await desk.HwTokenAsync("list");
        Assert.Equal((0, ""), (list.Status, list.Error));
        Assert.Contains("tcp:127.0.0.1:", Assert.Single(list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [NeedsWine]
    public async Task Exec_Command_HasTheSessionAndPassesItsStatusOn()
    {
        Result exec = await desk.HwTokenAsync(
            "exec", Scene.Profile, "--duration", "1h", "--", "cmd", "/c", "echo %AWS_ACCESS_KEY_ID% %HWTOKEN_PROFILE%& exit 7");
        Assert.Equal(7, exec.Status);
        Assert.Matches($@"^ASIA\w+ {Scene.Profile}\r?\n$", exec.Output);
    }

    /// <summary>One at a time talks to the token; the others wait for the lock of its port.</summary>
    [NeedsWine]
    public async Task Info_SeveralAtOnce_WaitForThePort()
    {
        Result[] results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => desk.HwTokenAsync("info")));
        Assert.All(results, result => Assert.Equal(0, result.Status));
        Assert.All(results, result => Assert.Contains("accounts\t2", result.Output, StringComparison.Ordinal));
    }

    [NeedsWine]
    public async Task Code_OfAnAccount_IsSixDigits() =>
        Assert.Matches(@"^\d{6}\n$", (await desk.HwTokenAsync("code", "github:alice")).Output);

    /// <summary>The locks hold between processes, and one of them asks STS.</summary>
    [NeedsWine]
    public async Task CredentialProcess_SeveralAtOnce_ShareOneSession()
    {
        string[] line = ["credential-process", Scene.Profile, "--duration", "1h"];
        Result[] results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => desk.HwTokenAsync(line)));
        Assert.All(results, result => Assert.Equal((0, results[0].Output), (result.Status, result.Output)));
        using JsonDocument json = JsonDocument.Parse(results[0].Output);
        string key = json.RootElement.GetProperty("AccessKeyId").GetString()!;
        Assert.StartsWith("ASIA", key, StringComparison.Ordinal);
        Assert.Single(desk.Requests, request => request.Action == "GetSessionToken" && request.MfaSerial == Scene.MfaSerial);
        Assert.Contains(key, (await desk.HwTokenAsync("sessions", "--json")).Output, StringComparison.Ordinal);
    }
}
