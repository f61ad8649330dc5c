// What a token needs of its board. Storage and display have files of their own.
using HwToken.Core.Otp;
using HwToken.Core.Protocol;

namespace HwToken.Device.Ports;

/// <summary>Everything that a token runs on, for a board to fill in.</summary>
public sealed class Board
{
    /// <summary>What it runs on, such as "esp32" or "virtual": at most 16 ASCII characters.</summary>
    public string Name { get; set; }

    public IClockChip ClockChip { get; set; }

    public IDisplay Display { get; set; }

    public IButton Button { get; set; }

    public IStorage Storage { get; set; }

    public ILink Link { get; set; }

    public IPower Power { get; set; }

    public IEntropy Entropy { get; set; }

    /// <summary>The platform's own HMAC-SHA256, for codes.</summary>
    public IHmac HmacSha256 { get; set; }

    /// <summary>Another one, for the vault: each keeps a key.</summary>
    public IHmac VaultHmac { get; set; }

    /// <summary>As the board found it at its start.</summary>
    public RadioState Radio { get; set; }

    /// <summary>Null where the heap has no fixed size.</summary>
    public IHeap Heap { get; set; }

    /// <summary>What ended the program last, as <c>Ui.FaultText</c> made it; null if nothing has.</summary>
    public string LastFault { get; set; }
}

/// <summary>The managed heap.</summary>
public interface IHeap
{
    /// <summary>Bytes that are free. Collects garbage first: for a question that is seldom asked.</summary>
    int FreeBytes { get; }
}

/// <summary>The one button, raw: bounce and gestures are portable code's.</summary>
public interface IButton
{
    /// <summary>The level at this moment.</summary>
    bool IsPressed { get; }
}

/// <summary>The registers of the DS3231 or DS3232 (I2C address 0x68). Portable code interprets them.</summary>
/// <remarks>One call is one bus transaction: the chip copies its time at the start of a read, so a burst is never torn.</remarks>
public interface IClockChip
{
    /// <summary>Reads <paramref name="count"/> registers from <paramref name="register"/> on.</summary>
    /// <returns>False if the chip did not answer.</returns>
    bool Read(int register, byte[] buffer, int count);

    /// <summary>Writes <paramref name="count"/> registers from <paramref name="register"/> on.</summary>
    /// <returns>False if the chip did not answer.</returns>
    bool Write(int register, byte[] buffer, int count);
}

/// <summary>A little memory that the clock chip's cell keeps, and that forgets when the cell is cut off: a DS3232's.</summary>
public interface IBatteryMemory
{
    /// <summary>Finds out whether the chip has one and answers.</summary>
    bool Detect();

    /// <returns>False if the chip did not answer.</returns>
    bool Read(int address, byte[] buffer, int count);

    /// <returns>False if the chip did not answer.</returns>
    bool Write(int address, byte[] buffer, int count);
}

/// <summary>The serial line to the host, 115200 baud 8N1.</summary>
public interface ILink
{
    /// <summary>Takes what has arrived, without waiting.</summary>
    /// <returns>Bytes read, 0 if there are none.</returns>
    int Read(byte[] buffer, int offset, int count);

    /// <summary>Sends; what a vanished host does not take is lost, and never blocks the token.</summary>
    void Write(byte[] buffer, int offset, int count);
}

/// <summary>Where the current comes from.</summary>
public interface IPower
{
    /// <summary>The battery's voltage in millivolts; 0 where it cannot be measured.</summary>
    int BatteryMillivolts { get; }

    /// <summary>The token is fed from USB.</summary>
    bool ExternalPower { get; }
}

/// <summary>Random bytes from the board's sources.</summary>
public interface IEntropy
{
    void Fill(byte[] buffer, int count);
}
