using HwToken.LocalAws.Records;
using HwToken.LocalAws.Tests.Support;

namespace HwToken.LocalAws.Tests.Records;

public sealed class RequestLogTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Write_Records_AreOneJsonLineEach()
    {
        DateTimeOffset time = new(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero);
        using (RequestLog log = new(_path))
        {
            log.Write(new RequestRecord(
                time, "id-1", "GetSessionToken", "AKIA", Sample.AliceArn, RequestRecord.Success, 200, Sample.AliceDevice));
            log.Write(new RequestRecord(time, "id-2", null, null, null, "InvalidAction", 400, null));

            // At once, and for others who hold the file open.
            Assert.Equal(
                [
                    "{'time':'2026-02-03T04:05:06.789Z','requestId':'id-1','action':'GetSessionToken','accessKeyId':'AKIA',"
                        + "'user':'arn:aws:iam::123456789012:user/alice','outcome':'Success','status':200,"
                        + "'mfaSerial':'arn:aws:iam::123456789012:mfa/alice'}",
                    "{'time':'2026-02-03T04:05:06.789Z','requestId':'id-2','action':null,'accessKeyId':null,'user':null,"
                        + "'outcome':'InvalidAction','status':400,'mfaSerial':null}",
                ],
                ReadLines().Select(line => line.Replace('"', '\'')));
        }
    }

    [Fact]
    public void Constructor_ExistingFile_AppendsToIt()
    {
        File.WriteAllText(_path, "before\n");
        using (RequestLog log = new(_path))
        {
            log.Write(new RequestRecord(DateTimeOffset.UnixEpoch, "id", null, null, null, "Success", 200, null));
        }

        Assert.Equal("before", ReadLines()[0]);
        Assert.Equal(2, ReadLines().Length);
    }

    [Fact]
    public void Write_FromManyThreads_KeepsLinesWhole()
    {
        using (RequestLog log = new(_path))
        {
            Parallel.For(0, 200, i => log.Write(
                new RequestRecord(DateTimeOffset.UnixEpoch, $"id-{i}", "AssumeRole", null, null, "Success", 200, null)));
        }

        Assert.Equal(200, ReadLines().Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement
            .GetProperty("requestId").GetString()).Distinct().Count());
    }

    private string[] ReadLines()
    {
        const FileShare WithTheLog = FileShare.ReadWrite | FileShare.Delete;
        using StreamReader reader = new(new FileStream(_path, FileMode.Open, FileAccess.Read, WithTheLog));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

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
