using System.Diagnostics;
using System.Net;
using System.Text.Json;
using HwToken.LocalAws.Tests.Support;

namespace HwToken.LocalAws.Tests.Terminal;

public sealed class ProgramTests : IDisposable
{
    // Debian's package awscli: the AWS CLI, version 2. Others on PATH may be of any version and origin.
    private const string AwsCli = "/usr/bin/aws";

    private const string Config =
        $$"""
        {
          "account": "123456789012",
          "users": [
            {
              "name": "alice",
              "accessKeys": [ { "id": "AKIAIOSFODNN7EXAMPLE", "secret": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" } ],
              "mfaDevices": [ { "serialNumber": "{{Sample.AliceDevice}}", "base32Seed": "{{Sample.AliceSeed}}" } ]
            }
          ],
          "roles": [ { "arn": "{{Sample.AdminRole}}", "maxSessionDuration": 43200 } ]
        }
        """;

    private const string NoAddress = "--listen takes an address and a port, as 127.0.0.1:0, not ";

    private readonly string _folder = Directory.CreateTempSubdirectory("local-aws-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TheoryNeeding("kill")]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Signal_WhileServing_EndsWithZero(string signal)
    {
        using LocalAwsProcess aws = await LocalAwsProcess.ServeAsync("--config", WriteConfig());
        Assert.Matches("^http://127\\.0\\.0\\.1:[1-9][0-9]*$", aws.Endpoint);
        using (Process kill = Process.Start("kill", ["-" + signal, $"{aws.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        var (status, output, errors) = await aws.EndAsync();
        Assert.Equal((0, ""), (status, output));
        Assert.Equal("hwtoken-local-aws: a stand-in for AWS STS; nothing it hands out is good for anything at AWS", errors.TrimEnd());
    }

    [Fact]
    public async Task Help_Anyway_SaysThatItIsAStandIn()
    {
        var (status, output, _) = await LocalAwsProcess.RunAsync("--help");
        Assert.Equal(0, status);
        Assert.Contains("stand-in", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--config", "--listen")]
    [InlineData(2, "option '--config' is required", "--listen", "127.0.0.1:0")]
    [InlineData(2, NoAddress + "'localhost:80'", "--config", "x", "--listen", "localhost:80")]
    [InlineData(2, NoAddress + "'8080'", "--config", "x", "--listen", "8080")]
    [InlineData(1, "cannot read /nowhere.json", "--config", "/nowhere.json")]
    public async Task Start_WrongArguments_SaysWhatToDo(int expected, string message, params string[] arguments)
    {
        var (status, output, errors) = await LocalAwsProcess.RunAsync(arguments);
        Assert.Equal((expected, ""), (status, output));
        Assert.StartsWith("hwtoken-local-aws: ", errors, StringComparison.Ordinal);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Contains("\nhint: ", errors.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NotLoopback_IsRefused()
    {
        var (status, _, errors) = await LocalAwsProcess.RunAsync("--config", WriteConfig(), "--listen", "0.0.0.0:0");
        Assert.Equal(1, status);
        Assert.Contains("will not listen on 0.0.0.0:0, which others can reach", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_LogInNoFolder_IsRefused()
    {
        var (status, _, errors) = await LocalAwsProcess.RunAsync(
            "--config", WriteConfig(), "--log", Path.Combine(_folder, "no", "folder"));
        Assert.Equal(1, status);
        Assert.Contains("cannot write the log", errors, StringComparison.Ordinal);
    }

    [FactNeeding("/dev/full")]
    public async Task Log_DiskFull_IsToldAndTheClientIsAnswered()
    {
        using LocalAwsProcess aws = await LocalAwsProcess.ServeAsync("--config", WriteConfig(), "--log", "/dev/full");
        using HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
        using HttpResponseMessage response = await http.GetAsync(new Uri(aws.Endpoint));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using (Process kill = Process.Start("kill", [$"{aws.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        var (status, _, errors) = await aws.EndAsync();
        Assert.Equal(0, status);
        Assert.Contains(
            $"request {response.Headers.GetValues("x-amzn-RequestId").Single()} is not in the log", errors, StringComparison.Ordinal);
    }

    [FactNeeding(AwsCli)]
    public async Task AwsCli_CodeThenSession_GivesTheIdentityAndTheLog()
    {
        string log = Path.Combine(_folder, "log");
        using LocalAwsProcess aws = await LocalAwsProcess.ServeAsync("--config", WriteConfig(), "--log", log);

        JsonElement user = await CliAsync(aws, Sample.AliceKey.Id, Sample.AliceKey.Secret, null, "get-caller-identity");
        Assert.Equal(Sample.AliceArn, user.GetProperty("Arn").GetString());

        // The next step's code: still good when the CLI, which takes its time, has come so far.
        string code = Codes.At(DateTimeOffset.UtcNow, Sample.AliceSeed, steps: 1);
        JsonElement session = (await CliAsync(
            aws, Sample.AliceKey.Id, Sample.AliceKey.Secret, null,
            "get-session-token", "--serial-number", Sample.AliceDevice, "--token-code", code)).GetProperty("Credentials");
        JsonElement role = await CliAsync(
            aws,
            session.GetProperty("AccessKeyId").GetString()!,
            session.GetProperty("SecretAccessKey").GetString()!,
            session.GetProperty("SessionToken").GetString(),
            "assume-role", "--role-arn", Sample.AdminRole, "--role-session-name", "cli");
        Assert.Equal(
            "arn:aws:sts::123456789012:assumed-role/admin/cli", role.GetProperty("AssumedRoleUser").GetProperty("Arn").GetString());

        Assert.Equal(
            ["GetCallerIdentity Success", "GetSessionToken Success", "AssumeRole Success"],
            (await File.ReadAllLinesAsync(log)).Select(line => JsonDocument.Parse(line).RootElement)
                .Select(record => $"{record.GetProperty("action").GetString()} {record.GetProperty("outcome").GetString()}"));
    }

    [FactNeeding(AwsCli)]
    public async Task AwsCli_WrongCode_ShowsAwsMessage()
    {
        using LocalAwsProcess aws = await LocalAwsProcess.ServeAsync("--config", WriteConfig());
        string wrong = Codes.Wrong(DateTimeOffset.UtcNow, Sample.AliceSeed);
        var (status, _, errors) = await RunCliAsync(
            aws, Sample.AliceKey.Id, Sample.AliceKey.Secret, null,
            "get-session-token", "--serial-number", Sample.AliceDevice, "--token-code", wrong);
        Assert.Equal(254, status);
        Assert.Contains(
            "An error occurred (AccessDenied) when calling the GetSessionToken operation: "
                + "MultiFactorAuthentication failed with invalid MFA one time pass code.",
            errors,
            StringComparison.Ordinal);
    }

    private string WriteConfig()
    {
        string path = Path.Combine(_folder, "config.json");
        File.WriteAllText(path, Config);
        return path;
    }

    private async Task<JsonElement> CliAsync(
        LocalAwsProcess aws, string accessKeyId, string secret, string? token, params string[] arguments)
    {
        var (status, output, errors) = await RunCliAsync(aws, accessKeyId, secret, token, arguments);
        return status == 0 ? JsonDocument.Parse(output).RootElement : throw new InvalidOperationException(errors);
    }

    private async Task<(int Status, string Output, string Errors)> RunCliAsync(
        LocalAwsProcess aws, string accessKeyId, string secret, string? token, params string[] arguments)
    {
        ProcessStartInfo start = new(AwsCli, ["sts", .. arguments, "--endpoint-url", aws.Endpoint, "--output", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Nothing of the user who runs the tests.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = _folder;
        start.Environment["NO_PROXY"] = "127.0.0.1";
        start.Environment["AWS_REGION"] = "eu-central-1";
        start.Environment["AWS_ACCESS_KEY_ID"] = accessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = secret;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        if (token is not null)
        {
            start.Environment["AWS_SESSION_TOKEN"] = token;
        }

        using Process cli = Process.Start(start)!;
        Task<string> errors = cli.StandardError.ReadToEndAsync();
        string output = await cli.StandardOutput.ReadToEndAsync();
        await cli.WaitForExitAsync();
        return (cli.ExitCode, output, await errors);
    }
}
