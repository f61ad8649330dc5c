using System.Collections.Frozen;

namespace HwToken.LocalAws.Services;

/// <summary>A service of AWS: the actions of one version of its API.</summary>
/// <param name="signingName">The service's name in a credential scope.</param>
/// <param name="version">The request's parameter Version.</param>
/// <param name="xmlNamespace">Of the replies.</param>
internal sealed class AwsService(string signingName, string version, string xmlNamespace, params IEnumerable<IAction> actions)
{
    private readonly FrozenDictionary<string, IAction> _actions = actions.ToFrozenDictionary(action => action.Name);

    internal string SigningName { get; } = signingName;

    internal string Version { get; } = version;

    internal string XmlNamespace { get; } = xmlNamespace;

    internal IAction? Find(string action) => _actions.GetValueOrDefault(action);
}
