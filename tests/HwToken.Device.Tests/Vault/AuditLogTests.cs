using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Device.Vault;
using HwToken.Virtual;

namespace HwToken.Device.Tests.Vault;

public class AuditLogTests
{
    private readonly AuditChain _chain = new(new PlatformHmacSha256());
    private readonly AuditLog _log;

    public AuditLogTests() => _log = new AuditLog(_chain);

    [Fact]
    public void Add_Events_AreReadBackInOrder()
    {
        Fill(3);
        Assert.Equal((3, 3), (_log.Total, _log.Count));
        Assert.Equal([100, 101, 102], EntriesOf(_log, 0, 3).Select(entry => entry.UnixSeconds));
        Assert.Equal([0, 1, 2], EntriesOf(_log, 0, 3).Select(entry => entry.Detail));
    }

    [Fact]
    public void Add_MoreThanItKeeps_TheNewestStayAndTheTotalGoesOn()
    {
        Fill(AuditLog.Capacity + 5);
        Assert.Equal((AuditLog.Capacity + 5, AuditLog.Capacity), (_log.Total, _log.Count));
        Assert.Equal(5, EntriesOf(_log, 0, 1).Single().Detail);
        Assert.Equal(AuditLog.Capacity + 4, EntriesOf(_log, AuditLog.Capacity - 1, 1).Single().Detail);
    }

    [Fact]
    public void BaseLink_MoreThanItKeeps_IsTheChainOfAllThatAreGone()
    {
        Fill(AuditLog.Capacity + 5);
        byte[] link = new byte[AuditChain.LinkLength];
        byte[] entry = new byte[AuditEntry.Length];
        for (int i = 0; i < 5; i++)
        {
            new AuditEntry { UnixSeconds = 100 + i, Event = AuditEvent.AccountStored, Detail = i }.Write(new PayloadWriter(entry));
            _chain.Extend(link, entry, 0);
        }

        Assert.Equal(link, _log.BaseLink);
        Assert.NotEqual(new byte[AuditChain.LinkLength], link);
    }

    [Fact]
    public void Write_ReadBack_IsTheSameLog()
    {
        Fill(70);
        byte[] bytes = new byte[_log.SectionLength];
        _log.Write(new PayloadWriter(bytes));
        var other = new AuditLog(_chain);
        var reader = new PayloadReader();
        reader.Reset(bytes, 0, bytes.Length);
        other.Read(reader);
        Assert.True(reader.Complete);
        Assert.Equal(_log.Total, other.Total);
        Assert.Equal(_log.BaseLink, other.BaseLink);
        Assert.Equal(
            EntriesOf(_log, 0, _log.Count).Select(entry => entry.Detail), EntriesOf(other, 0, other.Count).Select(entry => entry.Detail));
    }

    private void Fill(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _log.Add(AuditEvent.AccountStored, 100 + i, i);
        }
    }

    private static IEnumerable<AuditEntry> EntriesOf(AuditLog log, int index, int count)
    {
        byte[] bytes = new byte[count * AuditEntry.Length];
        log.WriteEntries(new PayloadWriter(bytes), index, count);
        var reader = new PayloadReader();
        reader.Reset(bytes, 0, bytes.Length);
        for (int i = 0; i < count; i++)
        {
            var entry = new AuditEntry();
            entry.Read(reader);
            yield return entry;
        }
    }
}
