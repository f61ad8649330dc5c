using HwToken.Device.Ports;

namespace HwToken.TestKit.Device;

/// <summary>A heap of which as much is free as a test says.</summary>
public sealed class SteadyHeap : IHeap
{
    public int FreeBytes { get; set; } = 44 * 1024;
}
