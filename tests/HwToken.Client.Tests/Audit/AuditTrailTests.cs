using HwToken.Client.Audit;
using HwToken.Core.Audit;

namespace HwToken.Client.Tests.Audit;

public class AuditTrailTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(20, 0)]
    [InlineData(21, 0)]
    [InlineData(64, 0)]
    [InlineData(100, 36)]
    public void Head_OfALog_IsTheChainOverAllThatEverHappened(int entries, int oldest)
    {
        byte[] log = Trails.Log(entries);
        AuditTrail trail = Trails.Read(log, oldest);
        Assert.Equal(AuditHead.Of(entries, Trails.LinkBehind(log, entries)), trail.Head);
        Assert.Equal((entries, oldest, entries - oldest), (trail.Total, trail.Overwritten, trail.Records.Count));
        Assert.Equal(oldest + 1, trail.Records[0].Number);
        Assert.Equal(entries, trail.Records[^1].Number);
    }

    [Fact]
    public void Records_OfALog_TellTimeEventAndDetail()
    {
        AuditTrail trail = Trails.Read(
        [
            .. Trails.Entry(0, AuditEvent.Created, 0), .. Trails.Entry(1_800_000_000, AuditEvent.Drill, 0xFFFF_FFFD),
        ]);
        Assert.Null(trail.Records[0].Time);
        Assert.Equal(new DateTimeOffset(2027, 1, 15, 8, 0, 0, TimeSpan.Zero), trail.Records[1].Time);
        Assert.Equal((AuditEvent.Drill, -3), (trail.Records[1].Event, trail.Records[1].SignedDetail));
    }

    [Fact]
    public void Compare_LogThatWentOn_IsTheSameUntilItsOldEntriesAreOverwritten()
    {
        AuditHead seen = Trails.Read(Trails.Log(30)).Head;
        Assert.Equal(AuditMatch.Same, Trails.Read(Trails.Log(30)).Compare(seen));
        Assert.Equal(AuditMatch.Same, Trails.Read(Trails.Log(90), oldest: 26).Compare(seen));
        Assert.Equal(AuditMatch.Same, Trails.Read(Trails.Log(94), oldest: 30).Compare(seen));
        Assert.Equal(AuditMatch.Overwritten, Trails.Read(Trails.Log(95), oldest: 31).Compare(seen));
    }

    [Fact]
    public void Compare_LogThatWasSetBack_IsShorter() =>
        Assert.Equal(AuditMatch.Shorter, Trails.Read(Trails.Log(29)).Compare(Trails.Read(Trails.Log(30)).Head));

    [Fact]
    public void Compare_AnyByteOfAnyEntryChanged_IsDifferent()
    {
        byte[] log = Trails.Log(12);
        AuditHead seen = Trails.Read(log).Head;
        for (int i = 0; i < log.Length; i++)
        {
            byte[] changed = [.. log];
            changed[i] ^= (byte)(i % AuditEntry.Length == 0 ? 0x01 : 0x80);
            Assert.Equal(AuditMatch.Different, Trails.Read([.. changed, .. Trails.Entry(0, AuditEvent.Opened, 1)]).Compare(seen));
        }
    }

    [Fact]
    public void Compare_TwoEntriesSwapped_IsDifferent()
    {
        byte[] log = Trails.Log(4);
        AuditHead seen = Trails.Read(log).Head;
        byte[] swapped = [.. log.AsSpan(0, 10), .. log.AsSpan(20, 10), .. log.AsSpan(10, 10), .. log.AsSpan(30)];
        Assert.Equal(AuditMatch.Different, Trails.Read(swapped).Compare(seen));
    }

    [Fact]
    public void BeginsWell_AnythingBeforeOrInTheFirstEntrysPlace_IsNo()
    {
        Assert.True(Trails.Read(Trails.Log(3)).BeginsWell);
        Assert.True(Trails.Read(Trails.Log(80), oldest: 16).BeginsWell);
        Assert.False(Trails.Read(Trails.Log(3)[10..]).BeginsWell);
        Assert.False(Trails.Read([]).BeginsWell);
    }
}
