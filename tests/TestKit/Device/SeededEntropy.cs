using HwToken.Device.Ports;

namespace HwToken.TestKit.Device;

/// <summary>The same bytes in every run, and others with every call.</summary>
public sealed class SeededEntropy : IEntropy
{
    private readonly Random _random = new(6238);

    public void Fill(byte[] buffer, int count) => _random.NextBytes(buffer.AsSpan(0, count));
}
