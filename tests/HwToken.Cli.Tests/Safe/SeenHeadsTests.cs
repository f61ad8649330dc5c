using HwToken.Base.Files;
using HwToken.Cli.Errors;
using HwToken.Cli.Safe;
using HwToken.Client.Audit;
using HwToken.Paper.Audit;

namespace HwToken.Cli.Tests.Safe;

public sealed class SeenHeadsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-seen-").FullName;
    private readonly AuditHead _head = AuditHead.Of(7, new byte[32]);

    private SeenHeads Heads => new(new PrivateFolder(Path.Combine(_folder, "state", "hwtoken")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_NothingWritten_IsNull() => Assert.Null(Heads.Read("AERUKZ4J"));

    [Fact]
    public void Write_TwoTokens_AreRememberedEach()
    {
        Heads.Write("AERUKZ4J", _head, "then");
        Heads.Write("AERUKZ4J", AuditHead.Of(8, new byte[32]), "2027-01-15 08:00:00 UTC");
        Heads.Write("BERUKZ4J", _head, "then");
        Assert.Equal(new SeenHead(AuditHead.Of(8, new byte[32]), "2027-01-15 08:00:00 UTC"), Heads.Read("AERUKZ4J"));
        Assert.Equal(7, Heads.Read("BERUKZ4J")!.Head.Total);
    }

    [Fact]
    public void Write_WhatAKilledProcessLeft_IsNoObstacle()
    {
        Heads.Write("AERUKZ4J", _head, "then");
        File.WriteAllText(Path.Combine(_folder, "state", "hwtoken", "audit-AERUKZ4J.tmp"), "half");
        Heads.Write("AERUKZ4J", _head, "now");
        Assert.Equal("now", Heads.Read("AERUKZ4J")!.When);
    }

    [Fact]
    public void Read_FolderInTheFilesPlace_DoesNotPassForNothing()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "state", "hwtoken", "audit-AERUKZ4J"));
        Assert.Throws<CliException>(() => Heads.Read("AERUKZ4J"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7-AAAA")]
    [InlineData("garbage without a head")]
    public void Read_AnythingElse_DoesNotPassForNothing(string content)
    {
        Heads.Write("AERUKZ4J", _head, "then");
        File.WriteAllText(Path.Combine(_folder, "state", "hwtoken", "audit-AERUKZ4J"), content);
        Assert.Throws<CliException>(() => Heads.Read("AERUKZ4J"));
    }
}
