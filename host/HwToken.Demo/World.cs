using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.LocalAws;
using HwToken.LocalAws.Configuration;
using HwToken.Virtual;
using HwToken.Virtual.Links;

namespace HwToken.Demo;

/// <summary>
/// What stands in for the rest of the world: an AWS account with a user, her access key and her MFA device, a token that
/// was just unpacked, and a home folder that is not the caller's.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    public const string Account = "123456789012";
    public const string User = "alice";
    public const string Profile = "demo";
    public const string MfaSerial = $"arn:aws:iam::{Account}:mfa/{User}";

    // AWS's own keys have 40 bytes, which are 64 characters of base32.
    private const int SeedLength = 40;

    private static readonly TimeSpan OwnersPause = TimeSpan.FromSeconds(1.5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hwtoken-demo-");

    private World()
    {
    }

    /// <summary>The seed of the MFA device, in base32: what AWS shows once.</summary>
    public char[] Seed { get; } = FreshSeed();

    public LocalAwsServer Aws { get; private set; } = null!;

    public VirtualToken Token { get; private set; } = null!;

    /// <summary>What the programs of this world find in their environment: nothing of the caller's AWS.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; private set; } = null!;

    /// <param name="presses">The token's owner presses the button by herself.</param>
    public static async Task<World> CreateAsync(bool presses)
    {
        var world = new World();
        try
        {
            var accessKey = new AccessKeyConfig
            {
                Id = "AKIA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16),
                Secret = RandomNumberGenerator.GetString(
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 40),
            };
            world.Aws = await LocalAwsServer.StartAsync(world.AccountWith(accessKey)).ConfigureAwait(false);
            world.Token = VirtualToken.Start(new VirtualTokenOptions
            {
                Link = OperatingSystem.IsWindows()
                    ? LinkAddress.Parse("tcp:127.0.0.1:0")
                    : LinkAddress.Parse(world.PathOf("token")),
                AgreeAfter = presses ? OwnersPause : null,
            });
            world.WriteAwsFiles(accessKey);
            world.Environment = world.MakeEnvironment();
            return world;
        }
        catch
        {
            await world.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Array.Clear(Seed);
        if (Token is not null)
        {
            await Token.DisposeAsync().ConfigureAwait(false);
        }

        if (Aws is not null)
        {
            await Aws.DisposeAsync().ConfigureAwait(false);
        }

        _folder.Delete(recursive: true);
    }

    private static char[] FreshSeed()
    {
        byte[] key = RandomNumberGenerator.GetBytes(SeedLength);
        char[] seed = new char[Base32.EncodedLength(SeedLength)];
        Base32.Encode(key, 0, key.Length, seed, 0);
        Array.Clear(key);
        return seed;
    }

    private LocalAwsConfig AccountWith(AccessKeyConfig accessKey) => new()
    {
        Account = Account,
        Users =
        [
            new UserConfig
            {
                Name = User,
                AccessKeys = [accessKey],
                MfaDevices = [new MfaDeviceConfig { SerialNumber = MfaSerial, Base32Seed = new string(Seed) }],
            },
        ],
    };

    /// <summary>Long-term keys under one profile, and beside them the one that programs use, which has none.</summary>
    private void WriteAwsFiles(AccessKeyConfig accessKey)
    {
        File.WriteAllText(
            PathOf("credentials"),
            $"""
            [{User}-keys]
            aws_access_key_id = {accessKey.Id}
            aws_secret_access_key = {accessKey.Secret}

            """);
        File.WriteAllText(
            PathOf("config"),
            $"""
            [profile {Profile}]
            source_profile = {User}-keys
            mfa_serial = {MfaSerial}
            region = eu-central-1

            """);
    }

    private Dictionary<string, string> MakeEnvironment()
    {
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = _folder.FullName,
            ["USERPROFILE"] = _folder.FullName,
            ["HWTOKEN_CACHE_DIR"] = PathOf("cache"),
            ["HWTOKEN_PORT"] = Token.LinkPath,
            ["AWS_CONFIG_FILE"] = PathOf("config"),
            ["AWS_SHARED_CREDENTIALS_FILE"] = PathOf("credentials"),
            ["AWS_ENDPOINT_URL_STS"] = Aws.Endpoint.ToString(),
        };

        // What a program needs to start at all.
        foreach (string name in (ReadOnlySpan<string>)["PATH", "SystemRoot", "TMPDIR", "TEMP", "TMP", "DOTNET_ROOT"])
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                environment[name] = value;
            }
        }

        return environment;
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
