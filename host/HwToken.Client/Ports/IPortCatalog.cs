namespace HwToken.Client.Ports;

/// <summary>Knows which serial ports there are.</summary>
public interface IPortCatalog
{
    /// <summary>The ports of USB devices, by path; nothing is opened. What cannot be read is left out.</summary>
    IReadOnlyList<PortInfo> List();
}
