using HwToken.Device.Ports;
using Runtime = nanoFramework.Runtime.Native;

namespace HwToken.Firmware.Adapters;

/// <summary>What the runtime's collector says is free.</summary>
internal sealed class ManagedHeap : IHeap
{
    public int FreeBytes
    {
        get { return (int)Runtime.GC.Run(false); }
    }
}
