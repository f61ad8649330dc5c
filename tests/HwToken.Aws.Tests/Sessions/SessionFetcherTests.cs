using HwToken.Aws.Model;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Sessions;

/// <summary>What becomes of a code: sent, refused, spent or not, against STS on loopback and connections that break.</summary>
public sealed class SessionFetcherTests : IAsyncLifetime
{
    private TestAws _aws = null!;

    public async Task InitializeAsync() => _aws = await TestAws.StartAsync();

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task FetchAsync_TwoProfilesOfOneDevice_UseTwoCodes()
    {
        await _aws.GetAsync();
        await _aws.GetAsync("admin");
        Assert.Null(_aws.Device.Requests[0].AfterTimeStep);
        Assert.Equal(TestDevice.Now, _aws.Device.Requests[1].AfterTimeStep);
        Assert.All(_aws.Requests, r => Assert.Equal("Success", r.Outcome));
    }

    [Fact]
    public async Task FetchAsync_CodeOfThisStepIsSpent_SaysThatTheNextOneIsWaitedFor()
    {
        // The first fetch spends the next step, so that this step cannot end between the two.
        _aws.Device.StepsAhead = 1;
        await _aws.GetAsync();
        var progress = new ProgressLog();
        _aws.Device.Press = _ => throw new AwsException(FailureKind.TokenRefused, "declined", "press");
        await Failing.WithAsync(
            FailureKind.TokenRefused, () => _aws.Service(progress: progress).GetAsync(new() { Profile = "admin" }, default));
        Assert.Equal([SessionProgress.AskingForNextCode], progress.Reports);
    }

    [Fact]
    public async Task FetchAsync_FirstCode_ReportsWhatIsWaitedFor()
    {
        var progress = new ProgressLog();
        await _aws.Service(progress: progress).GetAsync(new(), default);
        Assert.Equal([SessionProgress.AskingForCode, SessionProgress.CallingSts], progress.Reports);
    }

    [Fact]
    public async Task FetchAsync_DeviceThatIgnoresWhatIsSpent_IsAskedOnceMoreAndNothingIsSentTwice()
    {
        _aws.Device.AlwaysStep = TestDevice.Now;
        await _aws.GetAsync();
        await Failing.WithAsync(FailureKind.TokenFailed, () => _aws.GetAsync("admin"));
        Assert.Equal(
            [null, _aws.Device.AlwaysStep, _aws.Device.AlwaysStep], _aws.Device.Requests.Select(r => r.AfterTimeStep));
        Assert.Single(_aws.Requests);
    }

    [Fact]
    public async Task FetchAsync_TwoProfilesAtOnce_TakeTurnsAtTheDevice()
    {
        var pressed = new TaskCompletionSource();
        _aws.Device.Press = _ => pressed.Task;
        var progress = new ProgressLog();
        Task<SessionResult>[] both =
        [
            .. new[] { "default", "admin" }.Select(
                profile => _aws.Service(progress: progress).GetAsync(new() { Profile = profile }, default)),
        ];
        await progress.WaitForAsync(SessionProgress.AskingForCode);
        await progress.WaitForAsync(SessionProgress.WaitingForDevice);
        pressed.SetResult();
        await Task.WhenAll(both);
        Assert.Equal(1, _aws.Device.MostAtOnce);
        Assert.All(_aws.Requests, r => Assert.Equal("Success", r.Outcome));
    }

    [Theory]
    [InlineData("refused connection")]
    [InlineData("no address")]
    [InlineData("no TLS")]
    [InlineData("TLS that is not trusted")]
    public async Task FetchAsync_StsOutOfReach_AsksNobody(string how)
    {
        using TransportStub plain = TransportStub.Answering("200 OK");
        using var front = new TlsFront(_aws.Endpoint);
        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = how switch
        {
            "refused connection" => TransportStub.RefusingUrl(),
            "no address" => "https://sts.invalid", // RFC 6761, section 6.4
            "no TLS" => plain.Url("https"),
            _ => front.Url,
        };
        AwsException e = await Failing.WithAsync(FailureKind.Unreachable, () => _aws.GetAsync());
        Assert.EndsWith("; no MFA code was used", e.Hint, StringComparison.Ordinal);
        Assert.Empty(_aws.Device.Requests);
        Assert.Empty(_aws.Home.CachedFiles("*.spent.json"));
    }

    [Fact]
    public async Task FetchAsync_StsGoneAfterThePress_TakesTheCodeBack()
    {
        using TransportStub stub = TransportStub.ClosingAtOnce();
        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = stub.Url();
        _aws.Device.Press = async _ =>
        {
            await stub.FirstEnded;
            stub.Stop();
        };
        AwsException e = await Failing.WithAsync(FailureKind.Unreachable, () => _aws.GetAsync());
        Assert.EndsWith("; no MFA code was used", e.Hint, StringComparison.Ordinal);

        _aws.Device.Press = _ => Task.CompletedTask;
        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = _aws.Endpoint.AbsoluteUri;
        await _aws.GetAsync();
        Assert.Equal([null, null], _aws.Device.Requests.Select(r => r.AfterTimeStep));
    }

    [Fact]
    public async Task FetchAsync_CodeThatAnotherCacheFolderUsed_IsFollowedByTheNext()
    {
        long step = TestDevice.Now;
        _aws.Device.StartsAt = step;
        await _aws.GetAsync();

        UseAnotherFolder();
        var progress = new ProgressLog();
        await _aws.Service(progress: progress).GetAsync(new(), default);
        Assert.Equal(["Success", "AccessDenied", "Success"], _aws.Requests.Select(r => r.Outcome));
        Assert.Equal(
            [
                SessionProgress.AskingForCode, SessionProgress.CallingSts,
                SessionProgress.AskingAfterRefusal, SessionProgress.CallingSts,
            ],
            progress.Reports);
        Assert.Equal(
            [
                new() { MfaSerial = TestAws.Serial, Reason = "aws: default" },
                new() { MfaSerial = TestAws.Serial, Reason = "aws again: default", FollowsRefusal = true, AfterTimeStep = step },
            ],
            _aws.Device.Requests.Skip(1));

        // Both codes are spent in this folder, too.
        _aws.Device.Press = _ => throw new AwsException(FailureKind.TokenRefused, "declined", "press");
        await Failing.WithAsync(FailureKind.TokenRefused, () => _aws.GetAsync("admin"));
        Assert.Equal(step + 1, _aws.Device.Requests[^1].AfterTimeStep);
    }

    [Fact]
    public async Task FetchAsync_SecondRefusal_IsTheFailure()
    {
        var device = new TestDevice("another device's key"u8.ToArray(), ShiftedTime.None) { StartsAt = TestDevice.Now };
        AwsException e = await Failing.WithAsync(
            FailureKind.CodeRefused, () => _aws.Service(codes: device).GetAsync(new(), default));
        Assert.StartsWith("AWS refused two MFA codes in a row", e.Message, StringComparison.Ordinal);
        Assert.Contains(TestAws.Serial, e.Hint, StringComparison.Ordinal);
        Assert.EndsWith("; both codes count as used", e.Hint, StringComparison.Ordinal);
        Assert.Equal(2, device.Requests.Count);
        Assert.Equal(2, _aws.Requests.Count);
    }

    [Fact]
    public async Task FetchAsync_DeclinedAfterARefusal_SaysNoMoreThanThat()
    {
        _aws.Device.StartsAt = TestDevice.Now;
        await _aws.GetAsync();
        UseAnotherFolder();
        int presses = 0;
        _aws.Device.Press = _ => ++presses == 2
            ? throw new AwsException(FailureKind.TokenRefused, "declined", "press")
            : Task.CompletedTask;
        await Failing.WithAsync(FailureKind.TokenRefused, () => _aws.GetAsync());
        Assert.Equal(2, _aws.Requests.Count);
    }

    [Fact]
    public async Task FetchAsync_AnswerLost_CountsTheCodeAsSpent()
    {
        using TransportStub stub = TransportStub.ClosingAfterTheRequest();
        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = stub.Url();
        long step = TestDevice.Now;
        _aws.Device.AlwaysStep = step;
        await Failing.WithAsync(FailureKind.AnswerLost, () => _aws.GetAsync());
        await Failing.WithAsync(FailureKind.TokenFailed, () => _aws.GetAsync());
        Assert.Equal([null, step, step], _aws.Device.Requests.Select(r => r.AfterTimeStep));
        Assert.Equal(2, stub.Received.Split("POST / ").Length);
    }

    [Fact]
    public async Task FetchAsync_CancelledAfterTheRequestLeft_CountsTheCodeAsSpent()
    {
        using var cancellation = new CancellationTokenSource();
        using TransportStub stub = TransportStub.Hanging(cancellation.Cancel);
        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = stub.Url();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _aws.Service().GetAsync(new(), cancellation.Token));

        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = _aws.Endpoint.AbsoluteUri;
        await _aws.GetAsync();
        Assert.NotNull(_aws.Device.Requests[1].AfterTimeStep);
    }

    [Fact]
    public async Task FetchAsync_ClockOfTheDeviceWrong_SaysByHowMuch()
    {
        _aws.Device.StepsAhead = 10;
        AwsException e = await Failing.WithAsync(FailureKind.CodeRefused, () => _aws.GetAsync());
        Assert.Matches("about (300|270) s", e.Hint);

        // The next code would be as wrong: nobody is asked for it.
        Assert.Single(_aws.Device.Requests);
    }

    [Fact]
    public async Task FetchAsync_RefusedCode_IsSpent()
    {
        long step = TestDevice.Now + 10;
        _aws.Device.AlwaysStep = step;
        await Failing.WithAsync(FailureKind.CodeRefused, () => _aws.GetAsync());
        await Failing.WithAsync(FailureKind.TokenFailed, () => _aws.GetAsync());
        // Too far ahead to be waited for, and yet not sent again.
        Assert.Equal([null, null, step], _aws.Device.Requests.Select(r => r.AfterTimeStep));
        Assert.Single(_aws.Requests);
    }

    [Fact]
    public async Task FetchAsync_SerialOfSomebodyElse_IsRefusedByName()
    {
        const string Other = "arn:aws:iam::123456789012:mfa/bob";
        AwsException e = await Failing.WithAsync(FailureKind.SerialRefused, () => GetAsync(new() { MfaSerial = Other }));
        Assert.Contains(Other, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_UnknownKey_IsRefusedByName()
    {
        _aws.Home.Credentials =
            $"[me]\naws_access_key_id = AKIAUNKNOWNUNKNOWN00\naws_secret_access_key = x\nmfa_serial = {TestAws.Serial}\n";
        AwsException e = await Failing.WithAsync(FailureKind.KeyUnknown, () => _aws.GetAsync());
        Assert.Contains("AKIAUNKNOWNUNKNOWN00", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_WrongSecret_IsRefusedWithoutIt()
    {
        _aws.Home.Credentials =
            $"[me]\naws_access_key_id = {TestAws.KeyId}\naws_secret_access_key = mistyped\nmfa_serial = {TestAws.Serial}\n";
        AwsException e = await Failing.WithAsync(FailureKind.SignatureRefused, () => _aws.GetAsync());
        Assert.DoesNotContain("mistyped", e.ToString() + e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_RoleThatIsNotAllowed_IsDeniedByName()
    {
        const string Other = "arn:aws:iam::123456789012:role/none";
        AwsException e = await Failing.WithAsync(FailureKind.AccessDenied, () => GetAsync(new() { RoleArn = Other }));
        Assert.Contains(Other, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_LongerThanTheRoleAllows_SaysSo()
    {
        AwsException e = await Failing.WithAsync(
            FailureKind.RequestRefused, () => GetAsync(new() { Profile = "partner", Duration = TimeSpan.FromHours(2) }));
        Assert.Contains("shorter", e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_ClockOfThisComputerWrong_SaysSo()
    {
        await using TestAws later = await TestAws.StartAsync(new ShiftedTime(TimeSpan.FromHours(1)));
        await Failing.WithAsync(FailureKind.ClockSkew, () => later.GetAsync());
        Assert.Single(later.Requests);
    }

    /// <summary>As another user of the same token has one.</summary>
    private void UseAnotherFolder() => _aws.Home.Variables["HWTOKEN_CACHE_DIR"] = Path.Combine(_aws.Home.Path, "other");

    private Task<SessionResult> GetAsync(SessionRequest request) => _aws.Service().GetAsync(request, CancellationToken.None);
}
