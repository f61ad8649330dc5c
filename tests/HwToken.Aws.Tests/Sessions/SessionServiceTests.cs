using HwToken.Aws.Model;
using HwToken.Aws.Tests.Support;
using HwToken.Base;
using HwToken.LocalAws.Records;

namespace HwToken.Aws.Tests.Sessions;

public sealed class SessionServiceTests : IAsyncLifetime
{
    private static readonly SessionRequest Default = new();

    private TestAws _aws = null!;

    public async Task InitializeAsync() => _aws = await TestAws.StartAsync();

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task GetAsync_ProfileWithoutRole_IsASessionFor12Hours()
    {
        SessionResult result = await _aws.GetAsync();
        Assert.Equal((SessionSource.Sts, "123456789012", null), (result.Source, result.Credentials.AccountId, result.Region));
        Assert.InRange(
            result.Credentials.Expiration - ShiftedTime.None.GetUtcNow(), TimeSpan.FromHours(11.9), TimeSpan.FromHours(12));
        Assert.Empty(result.Warnings);
        RequestRecord request = Assert.Single(_aws.Requests);
        Assert.Equal(
            ("GetSessionToken", TestAws.KeyId, TestAws.Serial), (request.Action, request.AccessKeyId, request.MfaSerial));
    }

    [Fact]
    public async Task GetAsync_ProfileWithRole_IsTheRolesFor1Hour()
    {
        SessionResult result = await _aws.GetAsync("admin");
        Assert.InRange(
            result.Credentials.Expiration - ShiftedTime.None.GetUtcNow(), TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
        Assert.Equal(("AssumeRole", TestAws.Serial), (_aws.Requests[0].Action, _aws.Requests[0].MfaSerial));
    }

    [Fact]
    public async Task GetAsync_RoleFor12Hours_IsGranted()
    {
        SessionResult result = await GetAsync(new() { Profile = "admin", Duration = TimeSpan.FromHours(12) });
        Assert.InRange(
            result.Credentials.Expiration - ShiftedTime.None.GetUtcNow(), TimeSpan.FromHours(11.9), TimeSpan.FromHours(12));
    }

    [Fact]
    public async Task GetAsync_RoleOfAnotherAccountWithExternalId_NamesThatAccount() =>
        Assert.Equal("210987654321", (await _aws.GetAsync("partner")).Credentials.AccountId);

    [Fact]
    public async Task GetAsync_WhatTheTokenIsAsked_SaysDeviceAndPurpose()
    {
        await _aws.GetAsync("admin");
        var expected = new MfaCodeRequest { MfaSerial = TestAws.Serial, Reason = "aws: admin" };
        Assert.Equal(expected, Assert.Single(_aws.Device.Requests));
    }

    [Fact]
    public async Task GetAsync_Region_IsHandedOnWhereSomebodyNamedIt()
    {
        _aws.Home.Variables["AWS_REGION"] = "eu-west-3";
        Assert.Equal("eu-west-3", (await _aws.GetAsync()).Region);
        Assert.Equal("eu-west-3", (await _aws.GetAsync()).Region);
    }

    [Fact]
    public async Task GetAsync_SecondTime_ComesFromTheCacheAtOnceAndAloneByFiles()
    {
        SessionResult first = await _aws.GetAsync();
        var progress = new ProgressLog();
        Task<SessionResult> second = _aws.Service(progress: progress, codes: new NoDevice()).GetAsync(Default, default);
        Assert.True(second.IsCompletedSuccessfully);
        SessionResult cached = await second;
        Assert.Equal((SessionSource.Cache, first.Credentials), (cached.Source, cached.Credentials));
        Assert.Empty(progress.Reports);
        Assert.Single(_aws.Requests);
    }

    [Fact]
    public async Task GetAsync_OtherProfileOfTheSameSession_SharesIt()
    {
        _aws.Home.Config = "[profile a]\nsource_profile = me\n[profile b]\nsource_profile = me\n";
        SessionResult first = await _aws.GetAsync("a");
        Assert.Equal(first.Credentials, (await _aws.GetAsync("b")).Credentials);
    }

    [Fact]
    public async Task GetAsync_SixteenMinutesLeft_IsRenewed()
    {
        SessionResult first = await _aws.GetAsync("admin");
        Assert.Equal(SessionSource.Cache, (await _aws.GetAsync("admin", LeftOfTheHour(16.5))).Source);
        SessionResult renewed = await _aws.GetAsync("admin", LeftOfTheHour(16));
        Assert.Equal(SessionSource.Sts, renewed.Source);
        Assert.NotEqual(first.Credentials, renewed.Credentials);
        Assert.Equal(renewed.Credentials, (await _aws.GetAsync("admin")).Credentials);
    }

    [Fact]
    public async Task GetAsync_EndingAndNotRenewed_IsHandedOutWithAWarning()
    {
        SessionResult first = await _aws.GetAsync("admin");
        _aws.Device.Press = _ => throw new AwsException(FailureKind.TokenMissing, "no token", "plug it in");
        SessionResult rest = await _aws.GetAsync("admin", LeftOfTheHour(5));
        Assert.Equal(first.Credentials, rest.Credentials);
        SessionWarning warning = Assert.Single(rest.Warnings);
        Assert.Equal(WarningKind.NotRenewed, warning.Kind);
        Assert.Contains("no token", warning.Message, StringComparison.Ordinal);
        Assert.Equal("plug it in", warning.Hint);
    }

    [Fact]
    public async Task GetAsync_EndedAndNotRenewed_Fails()
    {
        await _aws.GetAsync("admin");
        _aws.Device.Press = _ => throw new AwsException(FailureKind.TokenMissing, "no token", "plug it in");
        await Failing.WithAsync(FailureKind.TokenMissing, () => _aws.GetAsync("admin", LeftOfTheHour(-1)));
    }

    [Fact]
    public async Task GetAsync_Renew_AsksAlthoughThereIsASession()
    {
        SessionResult first = await _aws.GetAsync();
        SessionResult second = await GetAsync(Default with { Renew = true });
        Assert.Equal(SessionSource.Sts, second.Source);
        Assert.NotEqual(first.Credentials, second.Credentials);
        Assert.Equal(second.Credentials, (await _aws.GetAsync()).Credentials);

        _aws.Device.Press = _ => throw new AwsException(FailureKind.TokenRefused, "declined", "press");
        await Failing.WithAsync(FailureKind.TokenRefused, () => GetAsync(Default with { Renew = true }));
    }

    [Fact]
    public async Task GetAsync_CorruptCache_IsAMiss()
    {
        await _aws.GetAsync();
        File.WriteAllText(_aws.Home.CachedFiles("*.session.json").Single(), "{ corrupt");
        Assert.Equal(SessionSource.Sts, (await _aws.GetAsync()).Source);
    }

    [Fact]
    public async Task GetAsync_MissingProfile_AsksNobody()
    {
        await Failing.WithAsync(FailureKind.ProfileMissing, () => _aws.GetAsync("none"));
        Assert.Empty(_aws.Device.Requests);
    }

    [Fact]
    public async Task GetAsync_NoPlaceForTheCache_GivesTheSessionAndSaysWhatIsLost()
    {
        File.WriteAllText(Path.Combine(_aws.Home.Path, "file"), "");
        _aws.Home.Variables["HWTOKEN_CACHE_DIR"] = Path.Combine(_aws.Home.Path, "file", "cache");
        SessionResult result = await _aws.GetAsync();
        Assert.StartsWith("ASIA", result.Credentials.AccessKeyId, StringComparison.Ordinal);
        Assert.Equal(
            [WarningKind.NoLock, WarningKind.CodeNotRecorded, WarningKind.SessionNotKept], result.Warnings.Select(w => w.Kind));
        Assert.All(result.Warnings, w => Assert.False(w.Message.EndsWith('.') || w.Hint.EndsWith('.')));
    }

    [Fact]
    public async Task Forget_Profile_ForgetsItsSessionsAlone()
    {
        await _aws.GetAsync();
        await _aws.GetAsync("admin");
        Assert.Equal(1, _aws.Service().Forget(new() { Profile = "admin" }));
        Assert.Equal(SessionSource.Cache, (await _aws.GetAsync()).Source);
        Assert.Equal(0, _aws.Service().Forget(new() { Profile = "admin" }));
    }

    [Fact]
    public async Task Forget_ProfileThatIsGone_ForgetsItsSessionsAllTheSame()
    {
        await _aws.GetAsync("admin");
        _aws.Home.Config = "";
        Assert.Equal(1, _aws.Service().Forget(new() { Profile = "admin" }));
    }

    [Fact]
    public async Task Forget_SessionThatAnotherNameBroughtIn_IsForgotten()
    {
        await GetAsync(new() { SourceProfile = "me" });
        Assert.Equal(1, _aws.Service().Forget(Default));
    }

    [Fact]
    public async Task ForgetAll_Sessions_LeavesNone()
    {
        await _aws.GetAsync();
        await _aws.GetAsync("admin");
        Assert.Equal(2, _aws.Service().ForgetAll());
        Assert.Empty(_aws.Home.CachedFiles("*.session.json"));
    }

    private Task<SessionResult> GetAsync(SessionRequest request) => _aws.Service().GetAsync(request, CancellationToken.None);

    private static ShiftedTime LeftOfTheHour(double minutes) => new(TimeSpan.FromMinutes(60 - minutes));

    private sealed class NoDevice : ICodeSource
    {
        public Task<MfaCode> GetCodeAsync(MfaCodeRequest request, CancellationToken cancellation) =>
            throw new InvalidOperationException("a cached session needs no code");
    }
}
