namespace HwToken.LocalAws.Configuration;

/// <summary>The members of an object in the configuration's JSON; what is absent reads as its default.</summary>
internal sealed class ConfigObject(IReadOnlyDictionary<string, ConfigNode> members)
{
    internal ConfigNode? Find(string name) => members.GetValueOrDefault(name);

    internal string Text(string name) => Find(name)?.AsText() ?? "";

    internal IReadOnlyList<T> List<T>(string name, Func<ConfigNode, T> read) => Find(name)?.AsList(read) ?? [];
}
