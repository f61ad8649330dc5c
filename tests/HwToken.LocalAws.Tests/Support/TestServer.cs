using System.Collections.Concurrent;
using System.Text;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using HwToken.LocalAws.Configuration;
using HwToken.LocalAws.Records;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.LocalAws.Tests.Support;

/// <summary>A server of its own for one test, whose time stands still until the test moves it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<Exception> _faults;
    private readonly List<AmazonSecurityTokenServiceClient> _clients = [];

    private TestServer(LocalAwsServer server, FakeTimeProvider time, ConcurrentQueue<Exception> faults)
    {
        Server = server;
        Time = time;
        _faults = faults;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 })
        {
            BaseAddress = server.Endpoint,
        };
    }

    internal LocalAwsServer Server { get; }

    internal FakeTimeProvider Time { get; }

    internal DateTimeOffset Now => Time.GetUtcNow();

    internal HttpClient Http { get; }

    internal RequestRecord LastRecord => Server.Requests[^1];

    /// <param name="wholeSeconds">Begin on a second's edge, for tests of limits that are whole seconds.</param>
    internal static async Task<TestServer> StartAsync(LocalAwsConfig? config = null, bool wholeSeconds = false)
    {
        // Near the machine's own time, with which the SDK signs. Who needs another one signs by hand: SignedCall.
        DateTimeOffset now = DateTimeOffset.UtcNow;
        FakeTimeProvider time = new(wholeSeconds ? DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()) : now);
        ConcurrentQueue<Exception> faults = [];
        LocalAwsServer server = await LocalAwsServer.StartAsync(
            config ?? Sample.Config, new LocalAwsOptions { TimeProvider = time, Fault = faults.Enqueue });
        return new TestServer(server, time, faults);
    }

    /// <summary>The AWS SDK for .NET, with a user's key.</summary>
    internal AmazonSecurityTokenServiceClient Sdk(AccessKeyConfig key) => Sdk(new BasicAWSCredentials(key.Id, key.Secret));

    /// <summary>The same with temporary credentials.</summary>
    internal AmazonSecurityTokenServiceClient Sdk(Credentials credentials) => Sdk(
        new SessionAWSCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken));

    internal string Code(string seed, int steps = 0) => Codes.At(Now, seed, steps);

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        Http.Dispose();
        await Server.DisposeAsync();
        Assert.Empty(_faults);
    }

    private AmazonSecurityTokenServiceClient Sdk(AWSCredentials credentials)
    {
        AmazonSecurityTokenServiceClient client = new(
            credentials,
            new AmazonSecurityTokenServiceConfig
            {
                ServiceURL = Server.Endpoint.ToString(),
                AuthenticationRegion = "eu-central-1",
                UseHttp = true,
            });
        _clients.Add(client);
        return client;
    }
}
