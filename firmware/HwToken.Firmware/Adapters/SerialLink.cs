using System;
using System.IO.Ports;
using System.Threading;
using HwToken.Device.Ports;
using nanoFramework.Hardware.Esp32;

namespace HwToken.Firmware.Adapters;

/// <summary>The line to the host: COM2, 115200 baud, 8N1, to a separate USB bridge.</summary>
/// <remarks>
/// <para>
/// Never COM1. That is UART0, and on it (or on the S3's own USB) listens nanoFramework's debugger, without any
/// authentication: anyone who reaches it can replace the program and read its memory. Opening COM1 throws where the
/// debugger uses it. The owner's cable must not lead there.
/// </para>
/// <para>
/// Nothing here waits for the host. Received bytes lie in a buffer of fixed size, and what does not fit is lost: the
/// frames' CRC says so. There is no flow control, so that writing takes as long as the bytes need at 115200 baud, 23 ms
/// for the longest frame, whether anybody listens or not.
/// </para>
/// </remarks>
internal sealed class SerialLink : ILink
{
    private const string Port = "COM2";
    private const int Baud = 115200;

    /// <summary>Two frames of the greatest length, and more than the UART's own buffer, below which it may not be.</summary>
    private const int BufferLength = 1024;

    private readonly AutoResetEvent _wake;
    private SerialPort _port;

    public SerialLink(Pins pins, AutoResetEvent wake)
    {
        _wake = wake;
        Configuration.SetPinFunction(pins.LinkTransmit, DeviceFunction.COM2_TX);
        Configuration.SetPinFunction(pins.LinkReceive, DeviceFunction.COM2_RX);
    }

    public bool IsOpen => _port != null;

    /// <summary>
    /// Opens the line, if it is not open: when the token is fed from USB, and not before, because the bridge has no
    /// power then and would be fed through its pins.
    /// </summary>
    public void Open()
    {
        if (!IsOpen)
        {
            _port = new SerialPort(Port, Baud, Parity.None, 8, StopBits.One);
            _port.ReadBufferSize = BufferLength;
            _port.DataReceived += OnData;
            _port.Open();
        }
    }

    /// <summary>Closes the line, if it is open: a bridge without power must not be fed through its pins.</summary>
    /// <remarks>Disposed of: a port that is only closed keeps its driver, and that the transmitting pin high.</remarks>
    public void Close()
    {
        if (IsOpen)
        {
            _port.Dispose();
            _port = null;
        }
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        if (!IsOpen)
        {
            return 0;
        }

        // A read for more than there is would wait.
        int available = _port.BytesToRead;
        if (available == 0)
        {
            return 0;
        }

        return _port.Read(buffer, offset, available < count ? available : count);
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        if (IsOpen)
        {
            try
            {
                _port.Write(buffer, offset, count);
            }
            catch (Exception)
            {
                // Lost, as on a line that is not read.
            }
        }
    }

    private void OnData(object sender, SerialDataReceivedEventArgs e) => _wake.Set();
}
