using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.TestKit.Device;

namespace HwToken.Fuzz.Targets;

/// <summary>
/// What either end of the link reads: bytes to frames, and each frame's payload through every message there is. What a
/// codec takes whole, it writes as bytes that it takes as the same.
/// </summary>
public sealed class FramesTarget : ITarget
{
    private readonly FrameReader _reader = new();
    private readonly PayloadReader _payload = new();
    private readonly byte[] _written = new byte[1024];
    private readonly byte[] _again = new byte[1024];
    private readonly byte[] _bytes = new byte[Frame.MaxPayload];
    private readonly IMessage[] _messages = [.. typeof(IMessage).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsAssignableTo(typeof(IMessage)))
        .Where(type => type.GetConstructor([]) is not null)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => (IMessage)Activator.CreateInstance(type)!)];

    public string Name => "frames";

    public int MaxLength => 600;

    public IEnumerable<byte[]> Seeds =>
    [
        RawFrame.Of(0x10, 1, (int)Command.Hello, []),
        RawFrame.Of(0x14, 2, (int)Command.GetCode, [2, 1, 0, .. new byte[14]]),
        [.. RawFrame.Of(0x10, 3, (int)Command.ListAccounts, [0]), .. RawFrame.Of(0x11, 3, (int)Command.ListAccounts, [0, 1, 1, 0, 6, 0, 30, 1, 97])],
        RawFrame.Of(0x11, 4, (int)Command.Info, new byte[40]),
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        _reader.Clear();
        for (int i = 0; i < input.Length; i++)
        {
            if (_reader.Push(input[i]))
            {
                ReadPayload();
            }
        }

        // Few mutations have a right CRC: the same bytes, taken for a payload.
        int count = Math.Min(input.Length, Frame.MaxPayload);
        input[..count].CopyTo(_bytes);
        Read(count);
    }

    private void ReadPayload()
    {
        int count = _reader.Payload.Remaining;
        _reader.Payload.ReadBytes(_bytes, count);
        Read(count);
    }

    private void Read(int count)
    {
        _payload.Reset(_bytes, 0, count);
        Extensions.Skip(_payload);
        foreach (IMessage message in _messages)
        {
            _payload.Reset(_bytes, 0, count);
            message.Read(_payload);
            if (_payload.Complete)
            {
                RequireRoundTrip(message);
            }
        }
    }

    private void RequireRoundTrip(IMessage message)
    {
        PayloadWriter writer = new(_written);
        message.Write(writer);
        PayloadReader reader = new();
        reader.Reset(_written, 0, writer.Position);
        message.Read(reader);
        PayloadWriter again = new(_again);
        message.Write(again);
        if (!reader.Complete || !_written.AsSpan(0, writer.Position).SequenceEqual(_again.AsSpan(0, again.Position)))
        {
            throw new InvalidDataException($"{message.GetType().Name} does not read what it wrote");
        }
    }
}
