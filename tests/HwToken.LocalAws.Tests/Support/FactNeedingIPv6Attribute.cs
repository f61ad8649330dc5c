using System.Net;
using System.Net.Sockets;

namespace HwToken.LocalAws.Tests.Support;

/// <summary>A fact that is skipped, with a message, on a machine without IPv6, as many containers are.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactNeedingIPv6Attribute : FactAttribute
{
    public FactNeedingIPv6Attribute()
    {
        try
        {
            using Socket socket = new(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        }
        catch (SocketException)
        {
            Skip = "needs IPv6";
        }
    }
}
