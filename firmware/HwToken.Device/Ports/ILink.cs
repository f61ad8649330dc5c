namespace HwToken.Device.Ports;

/// <summary>The serial line to the host, 115200 baud 8N1.</summary>
public interface ILink
{
    /// <summary>Takes what has arrived, without waiting.</summary>
    /// <returns>Bytes read, 0 if there are none.</returns>
    int Read(byte[] buffer, int offset, int count);

    /// <summary>Sends; what a vanished host does not take is lost, and never blocks the token.</summary>
    void Write(byte[] buffer, int offset, int count);
}
