using HwToken.Aws.Cache;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Base.Files;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Aws.Tests.Cache;

public sealed class SessionCacheTests : IDisposable
{
    private static readonly SessionKey Key = new()
    {
        AccessKeyId = "AKIA",
        MfaSerial = "arn:aws:iam::123456789012:mfa/alice",
        RoleArn = "arn:aws:iam::123456789012:role/admin",
        RoleSessionName = "alice",
        ExternalId = "ext",
        DurationSeconds = 3_600,
        Region = "eu-west-1",
        Endpoint = "https://sts.example.com/",
    };

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly SessionCache _cache;

    public SessionCacheTests() => _cache = new SessionCache(new PrivateFolder(_folder["sessions"]), _time);

    public static TheoryData<string> Differences => [.. Others.Keys];

    private static Dictionary<string, SessionKey> Others { get; } = new()
    {
        ["key"] = Key with { AccessKeyId = "AKIB" },
        ["device"] = Key with { MfaSerial = "arn:aws:iam::123456789012:mfa/bob" },
        ["role"] = Key with { RoleArn = null },
        ["session name"] = Key with { RoleSessionName = "bob" },
        ["external id"] = Key with { ExternalId = null },
        ["duration"] = Key with { DurationSeconds = 3_601 },
        ["region"] = Key with { Region = "eu-west-2" },
        ["endpoint"] = Key with { Endpoint = null },
    };

    [Fact]
    public void Find_Saved_IsTheSame()
    {
        CachedSession session = Save(Key);
        Assert.Equal(session, _cache.Find(Key));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void Find_KeyThatDiffersInOneThing_IsAnotherSession(string difference)
    {
        Save(Key);
        Assert.Null(_cache.Find(Others[difference]));
    }

    // Two keys may hash to one name: then the file says whose it is.
    [Theory]
    [MemberData(nameof(Differences))]
    public void Find_FileOfAnotherKey_IsAMiss(string difference)
    {
        Save(Key);
        string file = Directory.EnumerateFiles(_folder["sessions"]).Single();
        File.Move(file, _folder["sessions", Others[difference].ShortName + ".session.json"]);
        Assert.Null(_cache.Find(Others[difference]));
    }

    [Fact]
    public void Find_Ended_IsAMiss()
    {
        Save(Key);
        _time.Advance(TimeSpan.FromSeconds(3_599));
        Assert.NotNull(_cache.Find(Key));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_cache.Find(Key));
    }

    [Theory]
    [InlineData(3_600, 3_600 - 961, true)]
    [InlineData(3_600, 3_600 - 960, false)]
    [InlineData(43_200, 43_200 - 960, false)]
    [InlineData(1_920, 959, true)]
    [InlineData(1_920, 960, false)]
    [InlineData(900, 449, true)]
    [InlineData(900, 450, false)]
    public void IsFresh_AfterSomeTime_EndsAt16MinutesOrAtHalfTime(int duration, int after, bool expected)
    {
        CachedSession session = Save(Key with { DurationSeconds = duration });
        _time.Advance(TimeSpan.FromSeconds(after));
        Assert.Equal(expected, _cache.IsFresh(session));
    }

    [Fact]
    public void Save_Secrets_StandInTheFileAndInNoText()
    {
        CachedSession session = Save(Key);
        string file = File.ReadAllText(Directory.EnumerateFiles(_folder["sessions"]).Single());
        foreach (string secret in (string[])[session.Credentials.SecretAccessKey, session.Credentials.SessionToken])
        {
            Assert.Contains(secret, file, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, session.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Forget_SomeOfThem_LeavesTheOthers()
    {
        Save(Key, "prod");
        Save(Others["region"], "prod");
        Save(Others["role"], "dev");
        Assert.Equal(2, _cache.Forget(s => s.Name == "prod"));
        Assert.Null(_cache.Find(Key));
        Assert.NotNull(_cache.Find(Others["role"]));
    }

    [Fact]
    public void ForgetAll_CorruptAndHalfWrittenToo_LeavesNoSecret()
    {
        Save(Key);
        Save(Others["role"]);
        foreach (string file in Directory.EnumerateFiles(_folder["sessions"]).ToList())
        {
            File.WriteAllText(file, "{ corrupt");
            File.WriteAllText(file + ".tmp", "half");
        }

        Assert.Equal(2, _cache.ForgetAll());
        Assert.Empty(Directory.EnumerateFiles(_folder["sessions"]));
    }

    [Fact]
    public void Forget_NoFolder_IsNone()
    {
        Assert.Equal(0, _cache.Forget(_ => true));
        Assert.Equal(0, _cache.ForgetAll());
    }

    [Fact]
    public void LastFailure_Saved_IsTheSameUntilASessionIsSaved()
    {
        SharedFailure failure = SharedFailure.Of(new AwsException(FailureKind.TokenRefused, "declined", "press"));
        _cache.SaveFailure(Key, failure);
        Assert.Equal(failure, _cache.LastFailure(Key));
        Assert.Null(_cache.LastFailure(Others["role"]));
        AwsException shared = _cache.LastFailure(Key)!.ToException();
        Assert.Equal((FailureKind.TokenRefused, "declined", "press"), (shared.Kind, shared.Message, shared.Hint));

        Save(Key);
        Assert.Null(_cache.LastFailure(Key));
    }

    public void Dispose() => _folder.Dispose();

    private CachedSession Save(SessionKey key, string name = "prod")
    {
        var session = new CachedSession(name, key, new SessionCredentials
        {
            AccessKeyId = "ASIA",
            SecretAccessKey = "hidden-secret",
            SessionToken = "hidden-token",
            Expiration = _time.GetUtcNow().AddSeconds(key.DurationSeconds),
            AccountId = "123456789012",
        });
        _cache.Save(session);
        return session;
    }
}
