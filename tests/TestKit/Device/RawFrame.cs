using HwToken.Core.Protocol;

namespace HwToken.TestKit.Device;

/// <summary>Frames that the writer of this version would not write, intact otherwise.</summary>
public static class RawFrame
{
    /// <param name="versionAndFlags">The first byte of the header.</param>
    public static byte[] Of(int versionAndFlags, int sequence, int command, ReadOnlySpan<byte> payload)
    {
        byte[] block = [(byte)versionAndFlags, (byte)sequence, (byte)command, .. payload];
        int crc = Crc16.Update(Crc16.Initial, block, 0, block.Length);
        byte[] encoded = [0, .. block, (byte)(crc >> 8), (byte)crc];
        Cobs.Encode(encoded, 0, encoded.Length - 1);
        return [Frame.Delimiter, .. encoded, Frame.Delimiter];
    }
}
