using HwToken.Device.Ports;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Ui;

/// <summary>A panel that also keeps a record of what it was told.</summary>
internal sealed class WriteLog : IDisplay
{
    public SimulatedPanel Panel { get; } = new();

    /// <summary>"on", "off", or page, column and count.</summary>
    public List<string> Entries { get; } = [];

    public void SetPower(bool on)
    {
        Entries.Add(on ? "on" : "off");
        Panel.SetPower(on);
    }

    public bool Light(byte[] picture, int firstPage, int pages)
    {
        SetPower(true);
        return false;
    }

    public void WritePage(int page, int column, byte[] data, int offset, int count)
    {
        Entries.Add($"{page} {column} {count}");
        Panel.WritePage(page, column, data, offset, count);
    }
}
