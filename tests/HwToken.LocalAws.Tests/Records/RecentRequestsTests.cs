using HwToken.LocalAws.Records;

namespace HwToken.LocalAws.Tests.Records;

public class RecentRequestsTests
{
    [Fact]
    public void Add_PastTheCapacity_ForgetsTheOldest()
    {
        RecentRequests recent = new();
        for (int i = 0; i < RecentRequests.Capacity + 3; i++)
        {
            recent.Add(new RequestRecord(DateTimeOffset.UnixEpoch.AddSeconds(i), "", null, null, null, "", 200, null));
        }

        IReadOnlyList<RequestRecord> records = recent.Snapshot();
        Assert.Equal(RecentRequests.Capacity, records.Count);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(3), records[0].Time);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(RecentRequests.Capacity + 2), records[^1].Time);
    }
}
