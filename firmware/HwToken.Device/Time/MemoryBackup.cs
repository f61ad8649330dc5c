using HwToken.Core.Protocol;

namespace HwToken.Device.Time;

/// <summary>What the clock remembered before a change, for the case that the change cannot be stored.</summary>
public sealed class MemoryBackup
{
    private readonly ClockMemory _memory;
    private readonly byte[] _bytes = new byte[ClockMemory.Length];
    private readonly PayloadReader _reader = new PayloadReader();
    private readonly PayloadWriter _writer;

    public MemoryBackup(ClockMemory memory)
    {
        _memory = memory;
        _writer = new PayloadWriter(_bytes);
    }

    public void Keep()
    {
        _writer.Position = 0;
        _memory.Write(_writer);
    }

    public void Restore()
    {
        _reader.Reset(_bytes, 0, _bytes.Length);
        _memory.Read(_reader);
    }
}
