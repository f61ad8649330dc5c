using HwToken.EndToEnd.Tests.Callers;

namespace HwToken.EndToEnd.Tests;

/// <summary>
/// The profile that the README shows, loaded by every SDK that is to be had: by itself, and as the source of a role that
/// the SDK assumes. And the form that some refuse, as hwtoken says of it.
/// </summary>
public class CallerTests
{
    private const string Boto3 = "/usr/lib/python3/dist-packages/boto3/__init__.py";
    private const string Go1 = "/usr/share/gocode/src/github.com/aws/aws-sdk-go/aws/version.go";
    private const string Go2 = "/usr/share/gocode/src/github.com/aws/aws-sdk-go-v2/aws/version.go";

    private static readonly string SerialBeside = $"mfa_serial = {Scene.MfaSerial}\n{Scene.ProcessLine}";
    private static readonly string Quoted = Scene.ProcessLine.Replace(Programs.HwToken, $"\"{Programs.HwToken}\"", StringComparison.Ordinal);
    private static readonly string SourceBeside = $"source_profile = {Scene.KeysProfile}\n{Scene.ProcessLine}";

    [FactNeedingPackage("awscli", "/usr/bin/aws")]
    public Task AwsCli_Profile_IsServed() => IsServedAsync(AwsCallers.AwsCli);

    [FactNeedingPackage("python3-boto3", "/usr/bin/python3", Boto3)]
    public Task Boto3_Profile_IsServed() => IsServedAsync(AwsCallers.Boto3);

    [FactNeedingNodePackages]
    public Task JavaScript_DefaultChain_IsServed() => IsServedAsync(AwsCallers.JavaScriptDefaultChain);

    [FactNeedingNodePackages]
    public Task JavaScript_FromIni_IsServed() => IsServedAsync(AwsCallers.JavaScriptFromIni);

    [FactNeedingNodePackages]
    public Task JavaScript_FromProcess_IsServed() => IsServedAsync(AwsCallers.JavaScriptFromProcess);

    [UnixFact]
    public Task DotNet_DefaultChain_IsServed() => IsServedAsync(AwsCallers.DotNetDefaultChain);

    [UnixFact]
    public Task DotNet_ProfileChain_IsServed() => IsServedAsync(AwsCallers.DotNetProfileChain);

    [FactNeedingPackage("golang-go and golang-github-aws-aws-sdk-go-dev", "go", Go1)]
    public Task Go1_Profile_IsServed() => IsServedAsync(AwsCallers.Go1);

    [FactNeedingPackage("golang-go and golang-github-aws-aws-sdk-go-v2-dev", "go", Go2)]
    public Task Go2_Profile_IsServed() => IsServedAsync(AwsCallers.Go2);

    [UnixFact]
    public async Task DotNet_SourceOrSerialBesideTheLine_IsRefused()
    {
        await IsRefusedAsync(AwsCallers.DotNetProfileChain, SourceBeside, "no credentials in profile work");
        await IsRefusedAsync(AwsCallers.DotNetProfileChain, SerialBeside, "no credentials in profile work");
    }

    [FactNeedingPackage("golang-go and golang-github-aws-aws-sdk-go-dev", "go", Go1)]
    public async Task Go1_SourceBesideTheLineOrQuotes_AreRefused()
    {
        await IsRefusedAsync(AwsCallers.Go1, SourceBeside, "credential type source_profile requires role_arn");
        await IsRefusedAsync(AwsCallers.Go1, Quoted, "error in credential_process");
    }

    [FactNeedingPackage("golang-go and golang-github-aws-aws-sdk-go-v2-dev", "go", Go2)]
    public Task Go2_SourceBesideTheLine_IsRefused() =>
        IsRefusedAsync(AwsCallers.Go2, SourceBeside, "credential type source_profile requires role_arn");

    [FactNeedingPackage("golang-go and golang-github-aws-aws-sdk-go-v2-dev", "go", Go2)]
    public async Task Go2_SerialBesideTheLine_IsServed() => await IsServedAsync(AwsCallers.Go2, SerialBeside);

    /// <summary>The profile by itself, and the role that stands on it.</summary>
    private static async Task IsRefusedAsync(Caller caller, string profile, string message)
    {
        await using Scene scene = await Scene.SetAsync();
        scene.Configure(profile);

        Result direct = await caller(scene, Scene.Profile);
        Result chained = await caller(scene, Scene.RoleProfile);

        Assert.True(direct.Status == 1 && chained.Status == 1, $"{direct} {chained}");
        Assert.Contains(message, direct.Error, StringComparison.Ordinal);
        Assert.Equal(0, scene.Sessions);
    }

    private static async Task IsServedAsync(Caller caller, string? profile = null)
    {
        await using Scene scene = await Scene.SetAsync();
        scene.Configure(profile);

        Result direct = await caller(scene, Scene.Profile);
        Result chained = await caller(scene, Scene.RoleProfile);

        Assert.True((direct.Status, direct.Output) == (0, "arn:aws:iam::123456789012:user/alice\n"), direct.ToString());
        Assert.True(chained.Status == 0, chained.ToString());
        Assert.StartsWith("arn:aws:sts::123456789012:assumed-role/deploy/", chained.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1), (scene.Presses, scene.Sessions));
    }
}
