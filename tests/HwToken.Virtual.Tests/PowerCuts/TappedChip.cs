using HwToken.Device.Ports;

namespace HwToken.Virtual.Tests.PowerCuts;

/// <summary>The wire to a clock chip: bytes arrive one by one, and after each it tells.</summary>
internal sealed class TappedChip(IClockChip chip, Action byteArrived) : IClockChip
{
    public bool Read(int register, byte[] buffer, int count) => chip.Read(register, buffer, count);

    public bool Write(int register, byte[] buffer, int count)
    {
        bool answered = true;
        for (int i = 0; i < count && answered; i++)
        {
            answered = chip.Write(register + i, [buffer[i]], 1);
            byteArrived();
        }

        return answered;
    }
}
