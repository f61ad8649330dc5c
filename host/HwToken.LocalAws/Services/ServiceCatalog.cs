namespace HwToken.LocalAws.Services;

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
