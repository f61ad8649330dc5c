namespace HwToken.Device.Ports;

/// <summary>Random bytes from the board's sources.</summary>
public interface IEntropy
{
    void Fill(byte[] buffer, int count);
}
