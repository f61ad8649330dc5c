using System.Xml;
using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Base;

namespace HwToken.Aws.Sts;

/// <summary>Turns an MFA code into a session.</summary>
internal sealed class StsClient : IDisposable
{
    private readonly SessionPlan _plan;
    private readonly TimeProvider _time;
    private readonly StsConnection _connection;
    private readonly SingleRequestHandler _sender;
    private readonly AmazonSecurityTokenServiceClient _client;

    /// <remarks>Finds out what is wrong with the settings before anybody presses a button.</remarks>
    /// <exception cref="AwsException">There is no such CA bundle, or what should name a proxy does not.</exception>
    public StsClient(SessionPlan plan, TimeProvider time)
    {
        (_plan, _time) = (plan, time);
        _connection = new StsConnection(plan);
        _sender = _connection.CreateSender(time);
        var config = new AmazonSecurityTokenServiceConfig
        {
            HttpClientFactory = new StsHttpClientFactory(_sender),
            // AWS refuses an MFA code's second use, and the first may have arrived: nothing is sent again. By default
            // the SDK sends up to ten more times over a connection that ended early, whatever MaxErrorRetry says.
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
            RetryMode = RequestRetryMode.Standard,
            // The plan has the endpoint. The SDK would look for one in the process's own environment.
            IgnoreConfiguredEndpointUrls = true,
        };
        if (plan.Key.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint;
            config.AuthenticationRegion = plan.Key.Region;
        }
        else
        {
            // The region's own STS: sessions of the global one are good for nothing in regions that an account opts into.
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(plan.Key.Region);
        }

        var keys = new BasicAWSCredentials(plan.LongTermKey.AccessKeyId, plan.LongTermKey.SecretAccessKey);
        _client = new AmazonSecurityTokenServiceClient(keys, config);
        plan.Proxy?.GetProxy(Endpoint);
    }

    /// <summary>Connects to STS without asking it for anything. Comes before the owner is asked for the first code.</summary>
    /// <exception cref="AwsException">STS cannot be reached.</exception>
    public Task OpenAsync(CancellationToken cancellation) => _connection.OpenAsync(Endpoint, cancellation);

    /// <param name="code">Sent once at most, whatever happens.</param>
    /// <exception cref="AwsException">No session.</exception>
    public async Task<SessionCredentials> GetSessionAsync(MfaCode code, CancellationToken cancellation)
    {
        _sender.Allow();
        try
        {
            return _plan.Key.RoleArn is { } roleArn
                ? await AssumeRoleAsync(roleArn, code, cancellation).ConfigureAwait(false)
                : await GetSessionTokenAsync(code, cancellation).ConfigureAwait(false);
        }
        catch (AmazonServiceException e)
        {
            throw StsRefusal.Of(e, _plan, code, code.TimeStep - AwsTimeStep.Now(_time));
        }
        catch (Exception e) when (e is AmazonClientException or XmlException or FormatException)
        {
            throw StsRefusal.NotAnAnswer(_plan);
        }
    }

    /// <summary>The address that a request goes to.</summary>
    public Uri Endpoint => new(_client.DetermineServiceOperationEndpoint(new GetSessionTokenRequest()).URL);

    public void Dispose()
    {
        _client.Dispose();
        _sender.Dispose();
        _connection.Dispose();
    }

    private async Task<SessionCredentials> GetSessionTokenAsync(MfaCode code, CancellationToken cancellation)
    {
        var request = new GetSessionTokenRequest
        {
            SerialNumber = _plan.Key.MfaSerial,
            TokenCode = code.Reveal(),
            DurationSeconds = _plan.Key.DurationSeconds,
        };
        GetSessionTokenResponse response = await _client.GetSessionTokenAsync(request, cancellation).ConfigureAwait(false);
        return Session(response.Credentials, Base.Arn.TryParse(_plan.Key.MfaSerial));
    }

    private async Task<SessionCredentials> AssumeRoleAsync(string roleArn, MfaCode code, CancellationToken cancellation)
    {
        var request = new AssumeRoleRequest
        {
            RoleArn = roleArn,
            RoleSessionName = _plan.Key.RoleSessionName,
            ExternalId = _plan.Key.ExternalId,
            SerialNumber = _plan.Key.MfaSerial,
            TokenCode = code.Reveal(),
            DurationSeconds = _plan.Key.DurationSeconds,
        };
        AssumeRoleResponse response = await _client.AssumeRoleAsync(request, cancellation).ConfigureAwait(false);
        return Session(response.Credentials, Base.Arn.TryParse(roleArn));
    }

    // The SDK takes any answer with status 200 for a response, and leaves empty what it did not find.
    private SessionCredentials Session(Credentials? found, Base.Arn? principal) =>
        found is { AccessKeyId: { } id, SecretAccessKey: { } secret, SessionToken: { } token, Expiration: { } expiration }
            ? new SessionCredentials
            {
                AccessKeyId = id,
                SecretAccessKey = secret,
                SessionToken = token,
                Expiration = new DateTimeOffset(expiration.ToUniversalTime()),
                AccountId = principal?.AccountId,
            }
            : throw StsRefusal.NotAnAnswer(_plan);
}

/// <summary>Gives the SDK a client over a connection that is not the SDK's to close.</summary>
internal sealed class StsHttpClientFactory(SingleRequestHandler sender) : HttpClientFactory
{
    // The sender ends what takes too long, and knows whether the code had left.
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(sender, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;
}
