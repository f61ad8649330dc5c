using HwToken.Device.Ports;

namespace HwToken.Virtual.Chips;

/// <summary>A 128x64 monochrome panel that remembers what it was told to light. Safe to look at from another thread.</summary>
/// <remarks>
/// It does not simulate: the SSD1306's commands and start-up, the bus and its errors, the time a write takes,
/// brightness, burn-in. It is stricter than a panel: a write while it is off, which a panel without power would not
/// acknowledge, is an error.
/// </remarks>
public sealed class SimulatedPanel : IDisplay
{
    /// <summary>
    /// Bytes on the I2C bus beside the data, for one write in the SSD1306's page addressing mode: address and control
    /// byte, three commands (page, low and high half of the column), address and control byte for the data; and one for
    /// the starts and stops.
    /// </summary>
    public const int WriteOverhead = 8;

    private const int Pages = 8;

    private readonly Lock _lock = new();
    private readonly byte[] _memory = new byte[Pages * PanelPicture.Width];
    private bool _isOn;
    private int _revision;
    private int _writes;
    private long _busBytes;

    public bool IsOn
    {
        get
        {
            lock (_lock)
            {
                return _isOn;
            }
        }
    }

    /// <summary>Goes up with every write and switch: code that draws the picture elsewhere sees whether there is a new one.</summary>
    public int Revision
    {
        get
        {
            lock (_lock)
            {
                return _revision;
            }
        }
    }

    /// <summary>Calls of <see cref="WritePage"/> so far.</summary>
    public int Writes
    {
        get
        {
            lock (_lock)
            {
                return _writes;
            }
        }
    }

    /// <summary>What these writes would have sent over I2C, <see cref="WriteOverhead"/> included.</summary>
    public long BusBytes
    {
        get
        {
            lock (_lock)
            {
                return _busBytes;
            }
        }
    }

    public void SetPower(bool on)
    {
        lock (_lock)
        {
            if (on == _isOn)
            {
                return;
            }

            _isOn = on;
            Array.Clear(_memory);
            _revision++;
        }
    }

    /// <summary>Lights it with every pixel dark: it has no random memory to write whole pages over.</summary>
    public bool Light(byte[] picture, int firstPage, int pages)
    {
        SetPower(true);
        return false;
    }

    /// <exception cref="InvalidOperationException">The panel is off.</exception>
    public void WritePage(int page, int column, byte[] data, int offset, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)page, (uint)Pages, nameof(page));
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(column + count, PanelPicture.Width, nameof(count));
        lock (_lock)
        {
            if (!_isOn)
            {
                throw new InvalidOperationException("the panel was written to while it is off");
            }

            Array.Copy(data, offset, _memory, (page * PanelPicture.Width) + column, count);
            _revision++;
            _writes++;
            _busBytes += WriteOverhead + count;
        }
    }

    /// <summary>The picture at this moment; dark while the panel is off.</summary>
    public PanelPicture Snapshot()
    {
        lock (_lock)
        {
            return new PanelPicture((byte[])_memory.Clone());
        }
    }

    /// <inheritdoc cref="PanelPicture.ToText"/>
    public string ToText() => Snapshot().ToText();
}
