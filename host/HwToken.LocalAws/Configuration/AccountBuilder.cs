using System.Security.Cryptography;
using System.Text;
using HwToken.Base;
using HwToken.Core.Otp;
using HwToken.LocalAws.Accounts;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Services.Sts;

namespace HwToken.LocalAws.Configuration;

/// <summary>Makes an <see cref="Account"/> of a configuration, and checks everything in it.</summary>
internal sealed class AccountBuilder
{
    private const string DefaultPartition = "aws";
    private const string DeviceKind = "mfa";
    private const string RoleKind = "role";
    private const int MaxUserNameLength = 64;
    private const int MaxDevicesPerUser = 8;
    private const int MaxSeedBytes = 128;
    private const int MinRoleDuration = RoleConfig.DefaultMaxSessionDuration;
    private const int MaxRoleDuration = 43200;

    private readonly LocalAwsConfig _config;
    private readonly string _partition;
    private readonly HashSet<string> _taken = [];
    private readonly List<LongTermKey> _keys = [];

    private AccountBuilder(LocalAwsConfig config)
    {
        _config = config;
        Require(Arn.IsAccountId(config.Account), "$.account", "no account number", "give 12 digits");
        _partition = FindPartition(config);
    }

    /// <exception cref="LocalAwsException">Something is wrong; says where, as a JSON path, and what to do.</exception>
    internal static Account Build(LocalAwsConfig config) => new AccountBuilder(config).Build();

    private Account Build()
    {
        List<User> users = [];
        foreach (var (user, path) in Items(_config.Users, "$.users"))
        {
            users.Add(BuildUser(user, path));
        }

        if (_config.Root is { } root)
        {
            User user = User.Root(_partition, _config.Account, BuildDevices(root, "$.root"));
            AddKeys(root, "$.root", user);
            users.Add(user);
        }

        List<Role> roles = [.. Items(_config.Roles, "$.roles").Select(item => BuildRole(item.Value, item.Path))];
        return new Account(users, _keys, roles);
    }

    private User BuildUser(UserConfig config, string path)
    {
        Require(
            config.Name.Length is > 0 and <= MaxUserNameLength && config.Name.All(Shapes.RoleSessionName.Allows),
            path + ".name",
            "no user name",
            "give 1 to 64 of letters, digits and +=,.@_-");
        RequireUnique(config.Name, path + ".name");
        User user = User.Iam(_partition, _config.Account, config.Name, BuildDevices(config, path));
        AddKeys(config, path, user);
        return user;
    }

    private void AddKeys(RootConfig config, string path, User owner)
    {
        foreach (var (key, keyPath) in Items(config.AccessKeys, path + ".accessKeys"))
        {
            Require(
                AccessKeyId.IsValid(key.Id) && !UniqueId.IsTemporaryKey(key.Id),
                keyPath + ".id",
                "no long-term access key id",
                "give AKIA and 16 more upper-case letters and digits");
            RequireUnique(key.Id, keyPath + ".id");
            Require(
                key.Secret.Length > 0 && key.Secret.All(c => c is > ' ' and <= '~'),
                keyPath + ".secret",
                "no secret access key",
                "give 40 characters without blanks");
            _keys.Add(new LongTermKey(key.Id, Encoding.ASCII.GetBytes(key.Secret), owner));
        }
    }

    private List<MfaDevice> BuildDevices(RootConfig config, string path)
    {
        Require(
            config.MfaDevices.Count <= MaxDevicesPerUser,
            path + ".mfaDevices",
            $"{config.MfaDevices.Count} devices",
            $"AWS allows {MaxDevicesPerUser} for a user");
        return [.. Items(config.MfaDevices, path + ".mfaDevices").Select(item => BuildDevice(item.Value, item.Path))];
    }

    private MfaDevice BuildDevice(MfaDeviceConfig config, string path)
    {
        string serialPath = path + ".serialNumber";
        Arn arn = RequireArn(config.SerialNumber, DeviceKind, serialPath);
        Require(
            arn.AccountId == _config.Account,
            serialPath,
            $"an ARN of account {arn.AccountId}",
            $"devices belong to the account of their users, {_config.Account}");
        RequireUnique(config.SerialNumber, serialPath);
        return new MfaDevice(config.SerialNumber, DecodeSeed(config.Base32Seed, path + ".base32Seed"));
    }

    private Role BuildRole(RoleConfig config, string path)
    {
        Arn arn = RequireArn(config.Arn, RoleKind, path + ".arn");
        RequireUnique(config.Arn, path + ".arn");
        Require(
            config.MaxSessionDuration is >= MinRoleDuration and <= MaxRoleDuration,
            path + ".maxSessionDuration",
            $"{config.MaxSessionDuration} seconds",
            $"give {MinRoleDuration} to {MaxRoleDuration}");
        Require(
            config.ExternalId is null
                || (config.ExternalId.Length >= Shapes.ExternalId.MinLength
                    && config.ExternalId.Length <= Shapes.ExternalId.MaxLength
                    && config.ExternalId.All(Shapes.ExternalId.Allows)),
            path + ".externalId",
            "no external id",
            $"give {Shapes.ExternalId.MinLength} to {Shapes.ExternalId.MaxLength} of letters, digits and +=,.@:/_-");
        return new Role(arn, config.MaxSessionDuration, config.ExternalId, config.RequireMfa);
    }

    private static byte[] DecodeSeed(string base32, string path)
    {
        char[] text = base32.ToCharArray();
        byte[] room = new byte[Base32.MaxDecodedLength(text.Length)];
        try
        {
            // The character itself is not told: it is part of a secret.
            int length = Base32.Decode(text, 0, text.Length, room, out int errorPosition);
            Require(
                length >= 0,
                path,
                $"no base32 at character {errorPosition + 1} of {text.Length}",
                "copy the seed as it was shown: A to Z and 2 to 7");
            Require(
                length is > 0 and <= MaxSeedBytes,
                path,
                $"a key of {length} bytes",
                $"give 1 to {MaxSeedBytes} bytes; AWS gives 40");
            return room[..length];
        }
        finally
        {
            Array.Clear(text);
            CryptographicOperations.ZeroMemory(room);
        }
    }

    // One account is in one partition, and the configuration tells it nowhere but in its ARNs.
    private static string FindPartition(LocalAwsConfig config)
    {
        IEnumerable<RootConfig> owners = config.Root is { } root ? [root, .. config.Users] : config.Users;
        IEnumerable<(string Text, string Kind)> arns =
        [
            .. config.Roles.Select(role => (role.Arn, RoleKind)),
            .. owners.SelectMany(owner => owner.MfaDevices).Select(device => (device.SerialNumber, DeviceKind)),
        ];
        return arns
            .Select(arn => Arn.TryParseIam(arn.Text, arn.Kind)?.Partition)
            .FirstOrDefault(partition => partition is not null) ?? DefaultPartition;
    }

    private static IEnumerable<(T Value, string Path)> Items<T>(IReadOnlyList<T> list, string path) =>
        list.Select((value, i) => (value, $"{path}[{i}]"));

    private Arn RequireArn(string text, string kind, string path)
    {
        Arn? arn = Arn.TryParseIam(text, kind);
        Require(
            arn is not null,
            path,
            $"no ARN of that kind: '{text}'",
            $"give arn:{_partition}:iam::{_config.Account}:{kind}/NAME");
        Require(
            arn!.Partition == _partition,
            path,
            $"an ARN of partition {arn.Partition}, where others are of {_partition}",
            "put every partition into a configuration, and a server, of its own");
        return arn;
    }

    private void RequireUnique(string text, string path) =>
        Require(_taken.Add(text), path, $"'{text}' is a duplicate", "give every one its own");

    private static void Require(bool holds, string path, string what, string cure)
    {
        if (!holds)
        {
            throw new LocalAwsException($"the configuration is wrong at {path}: {what}", cure);
        }
    }
}
