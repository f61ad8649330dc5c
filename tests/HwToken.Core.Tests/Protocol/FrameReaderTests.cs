using CsCheck;
using HwToken.Core.Protocol;

namespace HwToken.Core.Tests.Protocol;

public class FrameReaderTests
{
    private const string Seed = "0000KfC2pM14";

    [Fact]
    public void Push_AnyPayload_ReturnsWhatTheWriterTook() =>
        Gen.Select(Gen.Int[0, 7], Gen.Byte, Gen.Byte, Gen.Byte.Array[0, Frame.MaxPayload]).Sample(
            (flags, sequence, command, payload) =>
            {
                var reader = new FrameReader();
                byte[] frame = Build(flags, sequence, (Command)command, payload);
                Assert.Equal(payload.Length + Frame.Overhead, frame.Length);
                Assert.Equal(frame.Length - 1, PushUntilFrame(reader, frame));
                Assert.Equal(Frame.Version, reader.Version);
                Assert.Equal(flags, reader.Flags);
                Assert.Equal(sequence, reader.Sequence);
                Assert.Equal((Command)command, reader.Command);
                Assert.Equal(payload, Rest(reader.Payload));
            },
            seed: Seed);

    [Fact]
    public void Push_GarbageBefore_FindsTheFrameBehindIt() =>
        Gen.Byte.Array[0, 2000].Sample(
            garbage =>
            {
                var reader = new FrameReader();
                foreach (byte next in garbage)
                {
                    reader.Push(next);
                }

                byte[] frame = Build(0, 7, Command.Hello, []);
                Assert.Equal(frame.Length - 1, PushUntilFrame(reader, frame));
                Assert.Equal(7, reader.Sequence);
            },
            seed: Seed);

    [Fact]
    public void Push_OneByteDamaged_GivesNoFrameOrTheSame() =>
        Gen.Select(Gen.Byte.Array[0, 60], Gen.Int[1, 66], Gen.Byte[1, 255]).Sample(
            (payload, position, flip) =>
            {
                byte[] frame = Build(0, 1, Command.GetCode, payload);
                frame[position % (frame.Length - 1)] ^= flip;
                var reader = new FrameReader();
                bool arrived = PushUntilFrame(reader, frame) >= 0;

                // Damage to the leading delimiter may leave the frame whole; CRC-16 finds every burst of 16 bits.
                Assert.True(!arrived || Rest(reader.Payload).SequenceEqual(payload));
            },
            seed: Seed);

    [Fact]
    public void Push_EndlessBytesWithoutDelimiter_CountsOneDroppedFrameAndRecovers()
    {
        var reader = new FrameReader();
        for (int i = 0; i < Effort.Cases(few: 200_000, full: 1_000_000); i++)
        {
            Assert.False(reader.Push(0x55));
        }

        Assert.Equal(0, reader.Dropped);
        Assert.False(reader.Push(Frame.Delimiter));
        Assert.Equal(1, reader.Dropped);
        Assert.True(PushUntilFrame(reader, Build(0, 1, Command.Info, [])) >= 0);
    }

    [Fact]
    public void Push_FrameTooLongByOne_IsDropped()
    {
        var reader = new FrameReader();
        for (int i = 0; i < Cobs.MaxBlock + 2; i++)
        {
            reader.Push(1);
        }

        Assert.False(reader.Push(Frame.Delimiter));
        Assert.Equal(1, reader.Dropped);
    }

    [Fact]
    public void Push_OnlyDelimiters_IsSilence()
    {
        var reader = new FrameReader();
        Assert.Equal(-1, PushUntilFrame(reader, new byte[1000]));
        Assert.Equal(0, reader.Dropped);
    }

    [Fact]
    public void Push_ShorterThanHeaderAndCrc_IsDropped()
    {
        var reader = new FrameReader();
        Assert.Equal(-1, PushUntilFrame(reader, [0, 5, 1, 2, 3, 4, 0]));
        Assert.Equal(1, reader.Dropped);
    }

    [Fact]
    public void Clear_AfterAFrame_OverwritesItsBytes()
    {
        var reader = new FrameReader();
        PushUntilFrame(reader, Build(0, 1, Command.PutAccount, [0x5E, 0xED, 0x5E, 0xED]));
        reader.Clear();
        Assert.Equal([0, 0, 0, 0], Rest(reader.Payload));
    }

    [Fact]
    public void PushAndWrite_Warm_AllocateNothing()
    {
        var reader = new FrameReader();
        var writer = new FrameWriter();
        Assert.Equal(0, Allocations.Of(Exchange));

        void Exchange()
        {
            writer.Begin(Frame.ReplyFlag, 9, Command.GetClock);
            writer.Payload.WriteUInt40(1_800_000_000);
            int length = writer.End();
            for (int i = 0; i < length; i++)
            {
                reader.Push(writer.Buffer[i]);
            }
        }
    }

    private static byte[] Build(int flags, int sequence, Command command, byte[] payload)
    {
        var writer = new FrameWriter();
        writer.Begin(flags, sequence, command);
        writer.Payload.WriteBytes(payload, 0, payload.Length);
        return writer.Buffer[..writer.End()];
    }

    private static int PushUntilFrame(FrameReader reader, byte[] bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (reader.Push(bytes[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static byte[] Rest(PayloadReader payload)
    {
        byte[] rest = new byte[payload.Remaining];
        payload.ReadBytes(rest, rest.Length);
        return rest;
    }
}
