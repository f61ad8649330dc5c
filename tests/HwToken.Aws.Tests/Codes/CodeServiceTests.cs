using HwToken.Aws.Codes;
using HwToken.Aws.Model;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Codes;

/// <summary>Codes for somebody else to send: by the ledger that sessions keep.</summary>
public sealed class CodeServiceTests : IAsyncLifetime
{
    private TestAws _aws = null!;

    public async Task InitializeAsync() => _aws = await TestAws.StartAsync();

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    private Task<CodeResult> GetAsync(IProgress<SessionProgress>? progress = null) =>
        new CodeService(_aws.Home.Environment, _aws.Device, ShiftedTime.None, progress)
            .GetAsync(TestAws.Serial, "hwtoken code", CancellationToken.None);

    [Fact]
    public async Task GetAsync_FirstCode_IsAskedForAsTold()
    {
        CodeResult result = await GetAsync();
        Assert.Equal([new MfaCodeRequest { MfaSerial = TestAws.Serial, Reason = "hwtoken code" }], _aws.Device.Requests);
        Assert.Equal(TestDevice.Now, result.Code.TimeStep);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public async Task GetAsync_Twice_GivesTwoCodes()
    {
        // The first code is of the next step, so that this step cannot end between the two.
        _aws.Device.StepsAhead = 1;
        CodeResult first = await GetAsync();
        var progress = new ProgressLog();
        CodeResult second = await GetAsync(progress);
        Assert.Equal(first.Code.TimeStep, _aws.Device.Requests[1].AfterTimeStep);
        Assert.True(second.Code.TimeStep > first.Code.TimeStep);
        Assert.Equal([SessionProgress.AskingForNextCode], progress.Reports);
    }

    [Fact]
    public async Task GetAsync_ThenASession_SendsAnotherCode()
    {
        CodeResult result = await GetAsync();
        await _aws.GetAsync();
        Assert.Equal([null, result.Code.TimeStep], _aws.Device.Requests.Select(r => r.AfterTimeStep));
    }

    [Fact]
    public async Task GetAsync_AfterASession_GivesAnotherCode()
    {
        _aws.Device.AlwaysStep = TestDevice.Now;
        await _aws.GetAsync();
        AwsException e = await Failing.WithAsync(FailureKind.TokenFailed, () => GetAsync());
        Assert.Equal("the token gives an MFA code that was used before", e.Message);
    }

    [Fact]
    public async Task GetAsync_WhileASessionHasTheDevice_WaitsForIt()
    {
        var pressed = new TaskCompletionSource();
        _aws.Device.Press = _ => pressed.Task;
        Task<SessionResult> session = _aws.GetAsync();
        while (_aws.Device.Requests.Count == 0)
        {
            await Task.Yield();
        }

        var progress = new ProgressLog();
        Task<CodeResult> code = GetAsync(progress);
        await progress.WaitForAsync(SessionProgress.WaitingForDevice);
        pressed.SetResult();
        await session;
        await code;
        Assert.Equal(1, _aws.Device.MostAtOnce);
    }

    [Fact]
    public async Task GetAsync_CacheCannotBeWritten_GivesTheCodeAndSaysWhatIsLost()
    {
        string file = Path.Combine(_aws.Home.Environment.HomeFolder, "file");
        File.WriteAllText(file, "");
        _aws.Home.Variables["HWTOKEN_CACHE_DIR"] = Path.Combine(file, "cache");
        CodeResult result = await GetAsync();
        Assert.Equal([WarningKind.NoLock, WarningKind.CodeNotRecorded], result.Warnings.Select(w => w.Kind));
    }

    [Fact]
    public async Task GetAsync_Declined_LeavesTheDeviceToTheNext()
    {
        _aws.Device.Press = _ => throw new AwsException(FailureKind.TokenRefused, "declined", "press");
        await Failing.WithAsync(FailureKind.TokenRefused, () => GetAsync());
        _aws.Device.Press = _ => Task.CompletedTask;
        await GetAsync();
        Assert.Equal([null, null], _aws.Device.Requests.Select(r => r.AfterTimeStep));
    }
}
