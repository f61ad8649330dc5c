using System.Security.Cryptography;
using HwToken.Device.Ports;

namespace HwToken.Virtual.Boards;

/// <summary>The host's random generator, which is better than the chip's.</summary>
internal sealed class SystemEntropy : IEntropy
{
    public void Fill(byte[] buffer, int count) => RandomNumberGenerator.Fill(buffer.AsSpan(0, count));
}
