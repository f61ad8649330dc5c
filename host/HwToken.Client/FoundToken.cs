using HwToken.Client.Ports;
using HwToken.Core.Protocol;

namespace HwToken.Client;

/// <summary>A token that is plugged in.</summary>
/// <param name="Serial">The token's own; null while another hwtoken uses it.</param>
/// <param name="State">What it is doing; null while another hwtoken uses it.</param>
public sealed record FoundToken(PortInfo Port, string? Serial, TokenState? State)
{
    public override string ToString() => Serial is null ? $"{Port.Path} (in use by another hwtoken)" : $"{Port.Path} ({Serial})";
}
