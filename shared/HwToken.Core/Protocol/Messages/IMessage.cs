namespace HwToken.Core.Protocol.Messages;

/// <summary>The payload of one request or one reply: it knows its bytes, and never sends.</summary>
/// <remarks>
/// Instances are made once and filled again, so that the token allocates nothing per request. A reply's codec begins
/// behind the status byte. A reply may grow at its end within version 1, a request may not: an old token must not
/// carry out half of what it was asked.
/// </remarks>
public interface IMessage
{
    void Write(PayloadWriter writer);

    /// <summary>Reads the fields in order; whether all were there, the reader tells.</summary>
    void Read(PayloadReader reader);
}
