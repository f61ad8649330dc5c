using HwToken.Device.Ports;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Display;

/// <summary>Sits on the bus before a panel, and keeps what was to be seen behind every transaction.</summary>
internal sealed class BusWatch(SimulatedSsd1306 chip) : II2cTarget
{
    private readonly List<(long Bytes, string Picture)> _states = [];

    /// <summary>Transactions until the chip is without power.</summary>
    public int AnswersLeft { get; set; } = int.MaxValue;

    public IEnumerable<string> Pictures => _states.Select(state => state.Picture);

    /// <summary>Of a lit panel.</summary>
    public List<double> Brightness { get; } = [];

    /// <summary>Of a lit panel: how many are driven.</summary>
    public List<int> Rows { get; } = [];

    public bool Write(byte[] buffer, int count)
    {
        chip.Answers = AnswersLeft-- > 0;
        bool taken = chip.Write(buffer, count);
        _states.Add((chip.BusBytes, chip.ToText()));
        if (chip.IsLit)
        {
            Brightness.Add(chip.Brightness);
            Rows.Add(chip.Rows);
        }

        return taken;
    }

    /// <summary>Bytes on the bus until the panel showed this, from a row down to another: all 64 by default.</summary>
    public long BytesUntil(string picture, int firstRow = 0, int endRow = 64)
    {
        const int CharactersPerRow = 129;
        Range rows = (firstRow * CharactersPerRow)..(endRow * CharactersPerRow);
        return _states.First(state => state.Picture[rows] == picture[rows]).Bytes;
    }
}
