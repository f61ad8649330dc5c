using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

public class AuditPagesTests
{
    private readonly TokenBench _bench = TokenBench.WithAccounts("a");

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(150)]
    public void ReadAudit_PageByPage_GivesEveryEntryThatIsThere(int renames)
    {
        for (int i = 0; i < renames; i++)
        {
            _bench.AskAndAgree(Command.RenameAccount, Request.RenameAccount(i % 2 == 0 ? "a" : "b", i % 2 == 0 ? "b" : "a"));
        }

        // Created, clock set, account stored.
        int total = 3 + renames;
        int oldest = Math.Max(0, total - AuditLog.Capacity);
        var entries = new List<byte>();
        ReadAuditReply page;
        do
        {
            page = Read(entries.Count == 0 ? 0 : oldest + (entries.Count / AuditEntry.Length));
            Assert.Equal((total, oldest), (page.Total, page.Oldest));
            Assert.InRange(page.Count, 1, ReadAuditReply.MaxEntries);
            entries.AddRange(page.Entries.Take(page.Count * AuditEntry.Length));
        }
        while (oldest + (entries.Count / AuditEntry.Length) < total);

        TokenVault vault = Vaults.Load(_bench.Storage);
        Assert.Equal(AuditReading.Bytes(vault), entries);
        Assert.Equal(vault.State.Log.BaseLink, page.BaseLink);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(4, 0)]
    [InlineData(0xFFFFFFFF, 0)]
    public void ReadAudit_FromTheEndOrBehind_GivesWhatThereIs(long start, int count) =>
        Assert.Equal((3, count), (Read(start).Total, Read(start).Count));

    [Fact]
    public void ReadAudit_SealedToken_NeedsNoPressAndChangesNothing()
    {
        _bench.SealIt();
        Dictionary<string, byte[]> before = _bench.Storage.Copy();
        Assert.Equal(4, Read(0).Total);
        Assert.False(_bench.Panel.IsOn);
        Assert.True(_bench.Storage.HoldsTheSameAs(before));
    }

    private ReadAuditReply Read(long start) => _bench.Ask(Command.ReadAudit, Request.ReadAudit(start)).As<ReadAuditReply>();
}
