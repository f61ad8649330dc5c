using HwToken.Client.Audit;
using HwToken.Core.Audit;
using HwToken.Paper.Audit;
using HwToken.Virtual;

namespace HwToken.Paper.Tests.Audit;

public class AuditCheckTests
{
    private const string Then = "2027-01-15 08:00:00 UTC";

    [Fact]
    public void Run_NeverSeen_SaysSo()
    {
        AuditFinding finding = Assert.Single(AuditCheck.Run(Trail(3), null, null));
        Assert.Equal(new AuditFinding("computer", true, "this computer has not seen the log before"), finding);
    }

    [Fact]
    public void Run_LogWentOn_IsGoodForComputerAndCard() =>
        Assert.Equal(
            [
                new AuditFinding("computer", true, $"the first 2 entries are those that this computer saw on {Then}"),
                new AuditFinding("card", true, "the first 3 entries are those of the card; 2 have come since"),
            ],
            AuditCheck.Run(Trail(5), new SeenHead(Trail(2).Head, Then), Trail(3).Head));

    [Theory]
    [InlineData(3, "nothing has happened since")]
    [InlineData(2, "one has come since, and the seal was broken")]
    [InlineData(1, "2 have come since, and the seal was broken")]
    public void Run_Card_TellsWhatCameSince(int onTheCard, string since)
    {
        AuditTrail log = Trail(3, last: AuditEvent.Opened);
        AuditHead card = onTheCard == 3 ? log.Head : Trail(onTheCard).Head;
        Assert.Equal(
            $"the first {onTheCard} entries are those of the card; {since}", AuditCheck.Run(log, null, card)[^1].Text);
    }

    [Fact]
    public void Run_MoreEventsThanTheTokenKeeps_IsAGapForTheComputerAndTooOldForTheCard()
    {
        AuditHead old = Trail(2).Head;
        IReadOnlyList<AuditFinding> findings = AuditCheck.Run(Trail(68, overwritten: 4), new SeenHead(old, Then), old);
        Assert.Equal(
            [
                new AuditFinding("computer", true, "a gap: entries 3 to 4 came and were overwritten since this computer looked"),
                new AuditFinding("card", false, "entry 2 is overwritten: the card is too old to be held against the log"),
            ],
            findings);
    }

    [Fact]
    public void Run_LogSetBack_IsBadForBoth()
    {
        AuditHead later = Trail(9).Head;
        Assert.All(
            AuditCheck.Run(Trail(8), new SeenHead(later, Then), later),
            finding =>
            {
                Assert.False(finding.IsGood);
                Assert.EndsWith("the log was set back", finding.Text, StringComparison.Ordinal);
            });
    }

    [Fact]
    public void Run_OtherLog_IsBadForBoth()
    {
        AuditHead other = Trail(3, time: 5).Head;
        Assert.All(AuditCheck.Run(Trail(8), new SeenHead(other, Then), other), finding => Assert.False(finding.IsGood));
    }

    [Fact]
    public void Run_FirstEntryIsNotTheTokensMaking_IsBad()
    {
        var records = new[] { new AuditRecord(1, null, AuditEvent.Sealed, 7) };
        var trail = new AuditTrail(0, new byte[AuditChain.LinkLength], new byte[AuditEntry.Length], records);
        Assert.Contains(AuditCheck.Run(trail, null, null), finding => finding is { Against: "start", IsGood: false });
    }

    /// <summary>So many events, of which the first ones are overwritten.</summary>
    private static AuditTrail Trail(
        int total, int overwritten = 0, byte time = 1, AuditEvent last = AuditEvent.AccountStored)
    {
        byte[] log = [.. Enumerable.Range(0, total).SelectMany(i => new byte[] { 0, 0, 0, time, (byte)i, (byte)(i == 0 ? 1 : 2), 0, 0, 0, 0 })];
        byte[] link = new byte[AuditChain.LinkLength];
        var chain = new AuditChain(new PlatformHmacSha256());
        for (int i = 0; i < overwritten; i++)
        {
            chain.Extend(link, log, i * AuditEntry.Length);
        }

        AuditRecord[] records =
        [
            .. Enumerable.Range(overwritten, total - overwritten)
                .Select(i => new AuditRecord(i + 1, null, EventOf(i), 0)),
        ];
        return new AuditTrail(overwritten, link, log[(overwritten * AuditEntry.Length)..], records);

        AuditEvent EventOf(int i) => i == 0 ? AuditEvent.Created : i == total - 1 ? last : AuditEvent.AccountStored;
    }
}
