using System.Collections.Concurrent;
using System.Net;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using HwToken.LocalAws.Records;
using HwToken.LocalAws.Tests.Support;

namespace HwToken.LocalAws.Tests.Records;

public class RequestRecordTests
{
    [Fact]
    public async Task Record_Granted_TellsWhoDidWhat()
    {
        await using TestServer aws = await TestServer.StartAsync();
        GetSessionTokenResponse response = await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(
            new GetSessionTokenRequest { SerialNumber = Sample.AliceDevice, TokenCode = aws.Code(Sample.AliceSeed) });

        Assert.Equal(
            new RequestRecord(
                aws.Now, response.ResponseMetadata.RequestId, "GetSessionToken", Sample.AliceKey.Id, Sample.AliceArn, "Success", 200,
                Sample.AliceDevice),
            Assert.Single(aws.Server.Requests));
    }

    [Fact]
    public async Task Record_WrongSignature_NamesTheKeyAndNoUser()
    {
        await using TestServer aws = await TestServer.StartAsync();
        await new SignedCall { Time = aws.Now, Region = "" }.PostAsync(aws.Http);

        Assert.Equal(Sample.AliceKey.Id, aws.LastRecord.AccessKeyId);
        Assert.Null(aws.LastRecord.User);
        Assert.Equal(("SignatureDoesNotMatch", 403), (aws.LastRecord.Outcome, aws.LastRecord.Status));
    }

    // A record's fields come from the client: nothing gets in that only stands where a name should.
    [Fact]
    public async Task Record_SecretsInTheWrongPlaces_AreNotKept()
    {
        await using TestServer aws = await TestServer.StartAsync();
        using HttpRequestMessage message = new(
            HttpMethod.Get, $"/?Action=GetSessionToken&Version=2011-06-15&SerialNumber={Sample.AliceSeed}");
        message.Headers.TryAddWithoutValidation("X-Amz-Date", "20150830T123600Z");
        message.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={Uri.EscapeDataString(Sample.AliceKey.Secret)}/20150830/eu-central-1/sts/aws4_request, "
            + "SignedHeaders=host, Signature=abc");
        await Answer.SendAsync(aws.Http, message);

        Assert.Equal((null, null), (aws.LastRecord.AccessKeyId, aws.LastRecord.MfaSerial));
    }

    [Fact]
    public async Task Records_OfAWholeSession_HoldNoSecret()
    {
        await using TestServer aws = await TestServer.StartAsync();
        string code = aws.Code(Sample.AliceSeed);
        GetSessionTokenResponse session = await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(
            new GetSessionTokenRequest { SerialNumber = Sample.AliceDevice, TokenCode = code });
        await aws.Sdk(session.Credentials).GetCallerIdentityAsync(new());
        await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(
            new GetSessionTokenRequest { SerialNumber = Sample.AliceDevice, TokenCode = code }));

        string records = string.Join('\n', aws.Server.Requests);
        foreach (string secret in new[]
        {
            code, Sample.AliceSeed, Sample.AliceKey.Secret, session.Credentials.SecretAccessKey, session.Credentials.SessionToken,
        })
        {
            // The request ids are random digits too, so the code is looked for as a word of its own.
            Assert.DoesNotMatch($@"(?<![0-9a-f]){System.Text.RegularExpressions.Regex.Escape(secret)}(?![0-9a-f])", records);
        }
    }

    [Fact]
    public async Task Log_EveryRequest_IsToldBeforeItsReply()
    {
        ConcurrentQueue<RequestRecord> seen = [];
        await using LocalAwsServer server = await LocalAwsServer.StartAsync(
            Sample.Config, new LocalAwsOptions { Log = seen.Enqueue });
        using HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
        for (int i = 1; i <= 20; i++)
        {
            using HttpResponseMessage response = await http.GetAsync(server.Endpoint, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(i, seen.Count);
        }

        Assert.Equal(seen, server.Requests);
    }
}
