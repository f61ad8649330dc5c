// The panel as the token draws on it, and the bus that a driver for it writes to.

namespace HwToken.Device.Ports;

/// <summary>A monochrome panel of 128 columns and 8 pages of 8 rows, as the SSD1306 is addressed.</summary>
public interface IDisplay
{
    /// <summary>Lights the panel, with every pixel dark, or darkens it. It keeps its picture only while it is on.</summary>
    /// <remarks>A controller's memory is undefined after power-up: the board clears it before it lights the panel.</remarks>
    void SetPower(bool on);

    /// <summary>
    /// Lights a dark panel for pages that the owner waits for. A board that has to write all of the memory before it may
    /// be seen writes these pages first, and shows them before it goes on.
    /// </summary>
    /// <param name="picture">8 pages of 128 columns, top left first; dark but for the pages that are named.</param>
    /// <param name="firstPage">The topmost of these pages.</param>
    /// <param name="pages">2 to 8.</param>
    /// <returns>True if the panel shows them now; false if every pixel is dark, as behind <see cref="SetPower"/>.</returns>
    bool Light(byte[] picture, int firstPage, int pages);

    /// <summary>Writes columns of one page, from <paramref name="column"/> to the right.</summary>
    /// <param name="page">0 (top) to 7.</param>
    /// <param name="column">0 (left) to 127.</param>
    /// <param name="data">One byte a column, bit 0 on top, set bits lit.</param>
    /// <param name="offset">Where in <paramref name="data"/> the first column is.</param>
    /// <param name="count">Columns to write; they do not reach past column 127.</param>
    void WritePage(int page, int column, byte[] data, int offset, int count);
}

/// <summary>One chip on an I2C bus, to be written to. Its address is the board's business.</summary>
public interface II2cTarget
{
    /// <summary>Sends the first <paramref name="count"/> bytes between one start and one stop.</summary>
    /// <returns>False if the chip did not acknowledge all of them.</returns>
    bool Write(byte[] buffer, int count);
}
