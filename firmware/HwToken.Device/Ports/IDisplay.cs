namespace HwToken.Device.Ports;

/// <summary>A monochrome panel of 128 columns and 8 pages of 8 rows, as the SSD1306 is addressed.</summary>
public interface IDisplay
{
    /// <summary>Lights the panel, with every pixel dark, or darkens it. It keeps its picture only while it is on.</summary>
    /// <remarks>A controller's memory is undefined after power-up: the board clears it before it lights the panel.</remarks>
    void SetPower(bool on);

    /// <summary>Writes columns of one page, from <paramref name="column"/> to the right.</summary>
    /// <param name="page">0 (top) to 7.</param>
    /// <param name="column">0 (left) to 127.</param>
    /// <param name="data">One byte a column, bit 0 on top, set bits lit.</param>
    /// <param name="offset">Where in <paramref name="data"/> the first column stands.</param>
    /// <param name="count">Columns to write; they do not reach past column 127.</param>
    void WritePage(int page, int column, byte[] data, int offset, int count);
}
