using HwToken.LocalAws.Sessions;

namespace HwToken.LocalAws.Tests.Sessions;

public class SessionTokensTests
{
    /// <summary>Requests come side by side, and one cipher serves them all.</summary>
    [Fact]
    public async Task Read_ManyAtOnce_KnowsEveryOne()
    {
        using SessionTokens tokens = new();
        SessionCredentials issued = tokens.Issue(
            "arn:aws:iam::123456789012:user/alice", null, true, DateTimeOffset.UnixEpoch.AddYears(57), 3600);
        int CountUnknown() => Enumerable.Range(0, 20_000).Count(_ => tokens.Read(issued.AccessKeyId, issued.SessionToken) is null);

        int[] unknown = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            CountUnknown, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Equal(0, unknown.Sum());
    }
}
