using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

public class RequestHandlerTests
{
    private const string Name = "a";
    private const int Sequence = 77;

    private readonly TokenBench _bench = TokenBench.WithAccounts(Name);

    public static TheoryData<Command> Commands => [.. Enum.GetValues<Command>()];

    public static TheoryData<Command> CommandsWithFields =>
        [.. Enum.GetValues<Command>().Where(command => PayloadOf(command).Length > 0)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Request_ByteTooMany_IsMalformed(Command command) =>
        Assert.Equal(Status.Malformed, Send(command, [.. PayloadOf(command), 0]).Status);

    [Theory]
    [MemberData(nameof(CommandsWithFields))]
    public void Request_CutOff_IsMalformed(Command command)
    {
        byte[] payload = PayloadOf(command);
        for (int length = 0; length < payload.Length; length++)
        {
            Assert.Equal(Status.Malformed, Send(command, payload[..length]).Status);
        }
    }

    [Fact]
    public void Request_FieldLongerThanItMayBe_IsMalformed()
    {
        byte[] longName = new byte[Limits.NameLength + 1];
        Assert.Equal(
            Status.Malformed, Send(Command.RenameAccount, [.. Request.Id(Name), (byte)longName.Length, .. longName]).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(15)]
    public void Request_OtherVersion_IsToldWhichAreSpoken(int version)
    {
        TokenReply reply = SendFrame((version << 4) | Frame.ReservedFlag, (Command)0xEE, [1, 2, 3]).Single();
        Assert.Equal((Status.UnsupportedVersion, (Command)0xEE, Sequence), (reply.Status, reply.Command, reply.Sequence));
        Assert.Equal([Frame.Version, Frame.Version], reply.Fields);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Reply_FromWherever_GetsNoAnswer(int version)
    {
        Assert.Empty(SendFrame((version << 4) | Frame.ReplyFlag, Command.Hello, []));
        Assert.Empty(SendFrame((version << 4) | Frame.ReplyFlag | Frame.InterimFlag, Command.GetCode, []));
    }

    [Theory]
    [InlineData(Frame.ReservedFlag)]
    [InlineData(Frame.InterimFlag)]
    public void Request_FlagOfNoRequest_IsMalformed(int flag) =>
        Assert.Equal(Status.Malformed, SendFrame((Frame.Version << 4) | flag, Command.Hello, []).Single().Status);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Request_ExtensionThatMayBeSkipped_IsAnsweredAsWithout(Command command)
    {
        byte[] extension = [4, 0x01, 2, 0xAA, 0xBB];
        List<TokenReply> replies = SendFrame((Frame.Version << 4) | Frame.ExtensionFlag, command, [.. extension, .. PayloadOf(command)]);
        if (command == Command.CompareClock)
        {
            // Answered when the next second begins.
            _bench.Run(1000);
            replies = _bench.TakeReplies();
        }

        TokenReply with = replies.Last();
        Assert.NotEqual(Status.UnsupportedExtension, with.Status);
        Assert.NotEqual(Status.Malformed, with.Status);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Request_ExtensionThatMustBeKnown_IsRefused(Command command)
    {
        byte[] extension = [2, 0x80, 0];
        TokenReply reply = SendFrame((Frame.Version << 4) | Frame.ExtensionFlag, command, [.. extension, .. PayloadOf(command)]).Single();
        Assert.Equal(Status.UnsupportedExtension, reply.Status);
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 9 })]
    [InlineData(new byte[] { 3, 0x01, 2, 0 })]
    public void Request_ExtensionsThatDoNotFit_AreMalformed(byte[] payload) =>
        Assert.Equal(
            Status.Malformed, SendFrame((Frame.Version << 4) | Frame.ExtensionFlag, Command.Hello, payload).Single().Status);

    [Fact]
    public void Request_ReplaceNeitherNoNorYes_IsMalformed()
    {
        byte[] payload = PayloadOf(Command.PutAccount);
        payload[0] = 2;
        Assert.Equal(Status.Malformed, Send(Command.PutAccount, payload).Status);
    }

    [Fact]
    public void Request_Refused_LeavesTheScreenDark()
    {
        Send(Command.PutAccount, []);
        Send(Command.GetCode, [1]);
        Send((Command)0xEE, []);
        Assert.False(_bench.Panel.IsOn);
    }

    [Fact]
    public void Cancel_Malformed_CancelsNothing()
    {
        _bench.Ask(Command.GetCode, Request.GetCode(Name));
        Assert.Equal(Status.Malformed, Send(Command.Cancel, [0]).Status);
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Status.Ok, _bench.WaitForFinalReply().Status);
    }

    [Fact]
    public void Sequence_EveryNumber_ComesBack()
    {
        for (int i = 0; i < 256; i++)
        {
            int sequence = _bench.Send(Command.Hello, new Empty());
            Assert.Equal(sequence, _bench.TakeReplies().Single().Sequence);
        }
    }

    private static byte[] PayloadOf(Command command)
    {
        IMessage message = command switch
        {
            Command.ListAccounts => Request.ListAccounts(),
            Command.PutAccount => Request.PutAccount("b", TokenBench.KeyOf("b")),
            Command.RenameAccount => Request.RenameAccount(Name, "b"),
            Command.DeleteAccount => Request.DeleteAccount(Name),
            Command.GetCode => Request.GetCode(Name, text: "why"),
            Command.SetPin => Request.SetPin(),
            Command.EnterPin => Request.EnterPin(0, 1, 2, 3),
            Command.SetClock => Request.SetClock(TokenBench.FirstUnixSeconds),
            Command.AdjustClock => Request.AdjustClock(TokenBench.FirstUnixSeconds * 1000, offsetMs: 0),
            Command.Seal => Request.Seal(7),
            Command.ReadAudit => Request.ReadAudit(),
            Command.Drill => Request.Drill(TokenBench.FirstUnixSeconds),
            _ => new Empty(),
        };
        byte[] buffer = new byte[Frame.MaxPayload];
        var writer = new PayloadWriter(buffer);
        message.Write(writer);
        return buffer[..writer.Position];
    }

    private TokenReply Send(Command command, byte[] payload) => SendFrame(Frame.Version << 4, command, payload).Single();

    private List<TokenReply> SendFrame(int versionAndFlags, Command command, byte[] payload)
    {
        _bench.TakeReplies();
        _bench.SendBytes(RawFrame.Of(versionAndFlags, Sequence, (int)command, payload));
        return _bench.TakeReplies();
    }
}
