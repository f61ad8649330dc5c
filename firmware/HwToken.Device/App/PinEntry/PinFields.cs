using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Vault;

namespace HwToken.Device.App.PinEntry;

/// <summary>What follows the statuses of a PIN that was not taken.</summary>
internal sealed class PinFields
{
    private readonly PinLock _pin;
    private readonly PinReply _reply = new PinReply();

    public PinFields(PinLock pin)
    {
        _pin = pin;
    }

    /// <returns>The fields behind the status; null where there are none.</returns>
    public IMessage Of(Status status, long nowMs)
    {
        if (status != Status.PinWrong && status != Status.PinWait)
        {
            return null;
        }

        _reply.TriesLeft = _pin.TriesLeft;
        _reply.WaitSeconds = _pin.WaitSeconds(nowMs);
        return _reply;
    }
}
