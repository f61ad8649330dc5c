namespace HwToken.Core.Protocol.Messages;

/// <summary>A request or reply without fields: hello, info, cancel, get clock and wipe ask so; most replies answer so.</summary>
public sealed class Empty : IMessage
{
    public void Write(PayloadWriter writer)
    {
    }

    public void Read(PayloadReader reader)
    {
    }
}
