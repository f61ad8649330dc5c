// JSON that says where it is wrong.
using System.Text.Json;
using HwToken.LocalAws.Errors;

namespace HwToken.LocalAws.Configuration;

/// <summary>A value in the configuration's JSON, and its path, which every complaint names.</summary>
internal sealed class ConfigNode(JsonElement element, string path)
{
    /// <summary>Takes an object apart.</summary>
    /// <param name="known">The names it may have.</param>
    /// <exception cref="LocalAwsException">It is no object, has a name twice or an unknown one.</exception>
    internal ConfigObject AsObject(params ReadOnlySpan<string> known)
    {
        Require(JsonValueKind.Object, "an object, in braces");
        Dictionary<string, ConfigNode> members = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string memberPath = $"{path}.{property.Name}";
            if (!known.Contains(property.Name))
            {
                throw new LocalAwsException(
                    $"the configuration has an unknown name at {memberPath}",
                    $"the names at {path} are {string.Join(", ", known!)}");
            }

            if (!members.TryAdd(property.Name, new ConfigNode(property.Value, memberPath)))
            {
                throw new LocalAwsException($"the configuration says twice what {memberPath} is", "keep one of them");
            }
        }

        return new ConfigObject(members);
    }

    internal string AsText()
    {
        Require(JsonValueKind.String, "text, in quotes");
        return element.GetString()!;
    }

    internal int AsInteger()
    {
        Require(JsonValueKind.Number, "a number");
        return element.TryGetInt32(out int value) ? value : throw Wrong("a whole number below 2^31");
    }

    internal bool AsFlag() =>
        element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : throw Wrong("true or false");

    internal IReadOnlyList<T> AsList<T>(Func<ConfigNode, T> read)
    {
        Require(JsonValueKind.Array, "a list, in brackets");
        return [.. element.EnumerateArray().Select((item, i) => read(new ConfigNode(item, $"{path}[{i}]")))];
    }

    private void Require(JsonValueKind kind, string what)
    {
        if (element.ValueKind != kind)
        {
            throw Wrong(what);
        }
    }

    // The value itself may be a secret, and is not told.
    private LocalAwsException Wrong(string wanted) => new(
        $"the configuration is wrong at {path}: {Name(element.ValueKind)}", $"give {wanted}");

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}

/// <summary>The members of an object in the configuration's JSON; what is absent reads as its default.</summary>
internal sealed class ConfigObject(IReadOnlyDictionary<string, ConfigNode> members)
{
    internal ConfigNode? Find(string name) => members.GetValueOrDefault(name);

    internal string Text(string name) => Find(name)?.AsText() ?? "";

    internal IReadOnlyList<T> List<T>(string name, Func<ConfigNode, T> read) => Find(name)?.AsList(read) ?? [];
}
