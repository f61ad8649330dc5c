namespace HwToken.Core.Protocol.Messages;

/// <summary>Behind an interim status: how long the token will wait for what the status names.</summary>
public sealed class InterimReply : IMessage
{
    public const int MaxSeconds = 255;

    /// <summary>Rounded up; <see cref="MaxSeconds"/> stands for that or more.</summary>
    public int Seconds { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(Seconds < MaxSeconds ? Seconds : MaxSeconds);
    }

    public void Read(PayloadReader reader)
    {
        Seconds = reader.ReadByte();
    }
}
