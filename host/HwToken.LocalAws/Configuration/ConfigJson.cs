using System.Text.Json;
using HwToken.LocalAws.Errors;

namespace HwToken.LocalAws.Configuration;

/// <summary>
/// Reads a <see cref="LocalAwsConfig"/> from JSON. What the values mean is checked by <see cref="AccountBuilder"/>.
/// </summary>
public static class ConfigJson
{
    /// <exception cref="LocalAwsException">The file cannot be read, or is no configuration; says where.</exception>
    public static LocalAwsConfig Load(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalAwsException($"cannot read {path}: {e.Message.TrimEnd('.')}", "--config names a JSON file", e);
        }
    }

    /// <exception cref="LocalAwsException">It is no configuration; says where.</exception>
    public static LocalAwsConfig Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(SkipByteOrderMark(json));
            return Config(new ConfigNode(document.RootElement, "$"));
        }
        catch (JsonException e)
        {
            // The library's message quotes what it found, which may be a part of a secret.
            throw new LocalAwsException(
                $"the configuration is not JSON from line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} on",
                "look for a comma, a quote or a bracket there");
        }
        catch (InvalidOperationException e)
        {
            // What the parser passes over and the text's reader does not: broken UTF-8, half a surrogate pair.
            throw new LocalAwsException("the configuration has text that is not Unicode", "save it as UTF-8", e);
        }
    }

    // Windows' editors write one.
    private static ReadOnlyMemory<byte> SkipByteOrderMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith("\uFEFF"u8) ? json["\uFEFF"u8.Length..] : json;

    private static LocalAwsConfig Config(ConfigNode node)
    {
        ConfigObject config = node.AsObject("account", "root", "users", "roles");
        return new LocalAwsConfig
        {
            Account = config.Text("account"),
            Root = config.Find("root") is { } root ? Root(root) : null,
            Users = config.List("users", User),
            Roles = config.List("roles", Role),
        };
    }

    private static RootConfig Root(ConfigNode node)
    {
        ConfigObject root = node.AsObject("accessKeys", "mfaDevices");
        return new RootConfig
        {
            AccessKeys = root.List("accessKeys", AccessKey),
            MfaDevices = root.List("mfaDevices", MfaDevice),
        };
    }

    private static UserConfig User(ConfigNode node)
    {
        ConfigObject user = node.AsObject("name", "accessKeys", "mfaDevices");
        return new UserConfig
        {
            Name = user.Text("name"),
            AccessKeys = user.List("accessKeys", AccessKey),
            MfaDevices = user.List("mfaDevices", MfaDevice),
        };
    }

    private static AccessKeyConfig AccessKey(ConfigNode node)
    {
        ConfigObject key = node.AsObject("id", "secret");
        return new AccessKeyConfig { Id = key.Text("id"), Secret = key.Text("secret") };
    }

    private static MfaDeviceConfig MfaDevice(ConfigNode node)
    {
        ConfigObject device = node.AsObject("serialNumber", "base32Seed");
        return new MfaDeviceConfig { SerialNumber = device.Text("serialNumber"), Base32Seed = device.Text("base32Seed") };
    }

    private static RoleConfig Role(ConfigNode node)
    {
        ConfigObject role = node.AsObject("arn", "maxSessionDuration", "externalId", "requireMfa");
        return new RoleConfig
        {
            Arn = role.Text("arn"),
            MaxSessionDuration = role.Find("maxSessionDuration")?.AsInteger() ?? RoleConfig.DefaultMaxSessionDuration,
            ExternalId = role.Find("externalId")?.AsText(),
            RequireMfa = role.Find("requireMfa")?.AsFlag() ?? false,
        };
    }
}
