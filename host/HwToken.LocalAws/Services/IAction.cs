using System.Xml;

namespace HwToken.LocalAws.Services;

/// <summary>One action of a service.</summary>
internal interface IAction
{
    /// <summary>As in the request's parameter Action.</summary>
    string Name { get; }

    /// <summary>Does it, and writes what stands inside the result element.</summary>
    /// <exception cref="AwsException">It is refused. What was written is dropped.</exception>
    void Run(ActionRequest request, XmlWriter result);
}
