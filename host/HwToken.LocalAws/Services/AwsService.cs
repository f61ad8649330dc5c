// Services, their actions, and how a request finds its action.
using System.Collections.Frozen;
using System.Xml;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Query;
using HwToken.LocalAws.Sessions;

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

/// <summary>One action of a service.</summary>
internal interface IAction
{
    /// <summary>As in the request's parameter Action.</summary>
    string Name { get; }

    /// <summary>Does it, and writes what stands inside the result element.</summary>
    /// <exception cref="AwsException">It is refused. What was written is dropped.</exception>
    void Run(ActionRequest request, XmlWriter result);
}

/// <summary>A call of an action, by somebody known.</summary>
internal sealed record ActionRequest(Caller Caller, ActionParameters Parameters, DateTimeOffset Now);

/// <summary>
/// All services behind one address. A request names no service but in its signature, which comes later: version and
/// action tell which one is meant. A service more is a folder beside Sts and a line where the catalog is made.
/// </summary>
internal sealed class ServiceCatalog(params IReadOnlyList<AwsService> services)
{
    private const string NoVersion = "NO_VERSION_SPECIFIED";

    /// <summary>For a refusal before the service is known.</summary>
    internal string DefaultXmlNamespace => services[0].XmlNamespace;

    /// <exception cref="AwsException">There is no such action.</exception>
    internal (AwsService Service, IAction Action) Find(ActionParameters parameters)
    {
        string name = parameters.Find("Action") ?? throw AwsException.MissingAction();
        string version = parameters.Find("Version") ?? NoVersion;
        foreach (AwsService service in services.Where(service => service.Version == version))
        {
            if (service.Find(name) is { } action)
            {
                return (service, action);
            }
        }

        throw AwsException.InvalidAction(name, version);
    }
}
