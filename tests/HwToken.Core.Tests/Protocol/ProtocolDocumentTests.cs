using System.Globalization;
using System.Text.RegularExpressions;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Core.Tests.Protocol;

/// <summary>shared/PROTOCOL.md against the codecs: its example bytes, its numbers, its limits.</summary>
public partial class ProtocolDocumentTests
{
    private static readonly string Document = File.ReadAllText(Repository.PathOf("shared", "PROTOCOL.md"));

    public static TheoryData<string> Examples => [.. ProtocolExamples.All.Keys];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_InTheDocument_IsWhatTheCodecWrites(string name)
    {
        byte[] written = ProtocolExamples.All[name]();
        Assert.True(DocumentedFrames().TryGetValue(name, out byte[]? documented), $"{name}: {Hex.Text(written)}");
        Assert.Equal(Hex.Text(documented), Hex.Text(written));
    }

    [Fact]
    public void Examples_InTheDocument_AreAllKnownHere() =>
        Assert.Equal(ProtocolExamples.All.Keys.Order(), DocumentedFrames().Keys.Order());

    [Fact]
    public void Statuses_InTheDocument_AreTheEnums() =>
        Assert.Equal(Enum.GetValues<Status>().Select(s => $"{(int)s:X2} {s}"), Rows(StatusRow()));

    [Fact]
    public void Commands_InTheDocument_AreTheEnums() =>
        Assert.Equal(Enum.GetValues<Command>().Select(c => $"{(int)c:X2} {c}"), Rows(CommandRow()));

    [Fact]
    public void Code_AskedAndAnsweredAtItsLongest_TakesAtMost96Bytes()
    {
        var request = new GetCodeRequest { MinimumSecondsLeft = 5, NotBeforeStep = 60_000_001 };
        Assert.True(request.Text.TrySet(new string('x', Limits.TextLength)));
        int asked = ProtocolExamples.Request(1, Command.GetCode, request).Length;
        int waiting = ProtocolExamples.Reply(1, Command.GetCode, Status.AwaitingPress, new InterimReply(), Frame.InterimFlag).Length;
        int answered = ProtocolExamples.Reply(1, Command.GetCode, Status.Ok, new GetCodeReply()).Length;

        Assert.Equal((55, 10, 21), (asked, waiting, answered));
        Assert.True(asked + waiting + waiting + answered <= 96);
    }

    [Fact]
    public void LongestPutAccount_OneFrame_HoldsIt()
    {
        var request = new PutAccountRequest { KeyLength = Limits.KeyLength };
        Assert.True(request.Account.Name.TrySet(new string('n', Limits.NameLength)));
        Assert.InRange(ProtocolExamples.Request(1, Command.PutAccount, request).Length, 1, Frame.MaxLength);
    }

    private static Dictionary<string, byte[]> DocumentedFrames() =>
        FrameBlock().Matches(Document).ToDictionary(m => m.Groups[1].Value, m => Hex.Bytes(m.Groups[2].Value));

    private static IEnumerable<string> Rows(Regex row) =>
        row.Matches(Document).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Groups[1].Value} {m.Groups[2].Value}"));

    [GeneratedRegex(@"```frame ([a-z-]+)\n([0-9A-F\s]+)```")]
    private static partial Regex FrameBlock();

    [GeneratedRegex(@"^\| ([0-9A-F]{2}) \| ([A-Z]\w+) \|", RegexOptions.Multiline)]
    private static partial Regex StatusRow();

    [GeneratedRegex(@"^\| ([0-9A-F]{2}) ([A-Z]\w+) \|", RegexOptions.Multiline)]
    private static partial Regex CommandRow();
}
