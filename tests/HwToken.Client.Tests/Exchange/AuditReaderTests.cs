using HwToken.Client.Errors;
using HwToken.Client.Exchange;
using HwToken.Client.Tests.Audit;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Tests.Exchange;

/// <summary>Logs that change while they are read, and logs that cannot be.</summary>
public class AuditReaderTests
{
    private readonly AuditReader _reader = new("memory");

    [Fact]
    public void Add_EntriesOneByOne_IsTheWholeLog()
    {
        byte[] log = Trails.Log(5);
        while (!_reader.Add(Trails.Page(log, _reader.Next, most: 1)))
        {
        }

        Assert.Equal(Trails.Read(log).Head, _reader.ToTrail().Head);
    }

    [Theory]
    [InlineData(30, 0, 31, 0)]
    [InlineData(64, 0, 65, 1)]
    [InlineData(64, 0, 200, 136)]
    public void Add_LogGrowsInTheMiddle_BeginsAnewAndIsTheNewOne(int before, int oldestBefore, int after, int oldestAfter)
    {
        Assert.False(_reader.Add(Trails.Page(Trails.Log(before), _reader.Next, oldestBefore)));
        byte[] log = Trails.Log(after);
        while (!_reader.Add(Trails.Page(log, _reader.Next, oldestAfter)))
        {
        }

        Assert.Equal(Trails.Read(log, oldestAfter).Head, _reader.ToTrail().Head);
        Assert.Equal(after - oldestAfter, _reader.ToTrail().Records.Count);
    }

    [Fact]
    public void Add_LogThatGrowsForEver_IsNotBelieved() => Assert.Throws<NotATokenException>(() =>
    {
        for (int entries = 30; entries < 100; entries++)
        {
            _reader.Add(Trails.Page(Trails.Log(entries), _reader.Next));
        }
    });

    [Theory]
    [InlineData(5, 6, 0)]
    [InlineData(5, 0, 6)]
    [InlineData(5, 0, 0)]
    [InlineData(100_000, 0, 20)]
    public void Add_CountsThatCannotBe_AreNotBelieved(long total, long oldest, int count) =>
        Assert.Throws<NotATokenException>(() => _reader.Add(new ReadAuditReply { Total = total, Oldest = oldest, Count = count }));

    [Fact]
    public void Add_BaseLinkChangesBetweenPages_IsNotBelieved()
    {
        byte[] log = Trails.Log(30);
        _reader.Add(Trails.Page(log, 0));
        ReadAuditReply second = Trails.Page(log, _reader.Next);
        second.BaseLink[0] ^= 1;
        Assert.Throws<NotATokenException>(() => _reader.Add(second));
    }

    [Fact]
    public void Add_TimeThatThereIsNot_IsNotBelieved() => Assert.Throws<NotATokenException>(
        () => _reader.Add(Trails.Page(Trails.Entry(0xFF_FFFF_FFFF, Core.Audit.AuditEvent.Created, 0), 0)));
}
