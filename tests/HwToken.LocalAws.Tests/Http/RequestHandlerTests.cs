using System.Globalization;
using System.Net;
using System.Text;
using CsCheck;
using HwToken.LocalAws.Http;
using HwToken.LocalAws.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.LocalAws.Tests.Http;

public class RequestHandlerTests
{
    [Theory]
    [InlineData("GET", "/", null, 400, "MissingAction")]
    [InlineData("GET", "/?Action=GetCallerIdentity", null, 400, "InvalidAction")]
    [InlineData("GET", "/?Action=GetCallerIdentity&Version=2010-05-08", null, 400, "InvalidAction")]
    [InlineData("GET", "/?Action=ListUsers&Version=2011-06-15", null, 400, "InvalidAction")]
    [InlineData("GET", "/?Action=&Version=2011-06-15", null, 400, "InvalidAction")]
    [InlineData("GET", "/?Action=GetCallerIdentity&Version=2011-06-15", null, 403, "MissingAuthenticationToken")]
    [InlineData("POST", "/", "Action=%zz", 404, "MalformedQueryString")]
    [InlineData("GET", "/elsewhere?Action=GetCallerIdentity&Version=2011-06-15", null, 404, "UnknownOperationException")]
    [InlineData("PUT", "/?Action=GetCallerIdentity&Version=2011-06-15", null, 405, "UnsupportedHttpVerb")]
    [InlineData("POST", "/", "Action=GetCallerIdentity&Version=2011-06-15", 403, "MissingAuthenticationToken")]
    [InlineData("POST", "/?Version=2011-06-15", "Action=GetCallerIdentity", 403, "MissingAuthenticationToken")]
    [InlineData("POST", "/?Action=GetCallerIdentity", "Action=GetCallerIdentity&Version=2011-06-15", 400, "MalformedInput")]
    public async Task Request_Unsigned_IsRefused(string method, string address, string? form, int status, string code)
    {
        await using TestServer aws = await TestServer.StartAsync();
        using HttpRequestMessage message = new(new HttpMethod(method), address);
        if (form is not null)
        {
            message.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        }

        Answer answer = await Answer.SendAsync(aws.Http, message);

        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, answer.ErrorCode));
        Assert.Equal("{https://sts.amazonaws.com/doc/2011-06-15/}ErrorResponse", answer.Xml.Name.ToString());
        Assert.Equal("Sender", answer.Find("Type"));
        Assert.Equal("text/xml", answer.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((code, status), (aws.LastRecord.Outcome, aws.LastRecord.Status));
        Assert.Equal(aws.LastRecord.RequestId, answer.Find("RequestId"));
    }

    [Theory]
    [InlineData(
        "Action=ListUsers&Version=2011-06-15", "Could not find operation ListUsers for version 2011-06-15")]
    [InlineData("Action=GetCallerIdentity", "Could not find operation GetCallerIdentity for version NO_VERSION_SPECIFIED")]
    public async Task Action_Unknown_SaysWhichOfWhichVersion(string query, string message)
    {
        await using TestServer aws = await TestServer.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/?" + query);
        Assert.Equal(message, (await Answer.SendAsync(aws.Http, request)).Message);
    }

    [Theory]
    [InlineData("12h")]
    [InlineData("")]
    [InlineData("900.0")]
    [InlineData("99999999999")]
    [InlineData("٩٠٠")]
    public async Task Integer_OfAnotherShape_IsRefused(string text)
    {
        await using TestServer aws = await TestServer.StartAsync();
        Answer answer = await new SignedCall
        {
            Time = aws.Now,
            Parameters = $"Action=GetSessionToken&Version=2011-06-15&DurationSeconds={Uri.EscapeDataString(text)}",
        }.PostAsync(aws.Http);
        Assert.Equal((HttpStatusCode.BadRequest, "MalformedInput"), (answer.Status, answer.ErrorCode));
    }

    // SDKs correct their clock by this header.
    [Fact]
    public async Task Reply_Date_IsTheInjectedTime()
    {
        await using TestServer aws = await TestServer.StartAsync();
        aws.Time.SetUtcNow(new DateTimeOffset(2099, 12, 31, 23, 59, 59, TimeSpan.Zero));
        Answer answer = await new SignedCall { Time = aws.Now }.PostAsync(aws.Http);
        Assert.Equal(aws.Now, answer.Response.Headers.Date);
    }

    // A time before 1970, for which there is no time step, stands for a defect: nothing that a client sends leads to one.
    [Fact]
    public async Task Action_Defect_IsAnInternalFailureAndReported()
    {
        List<Exception> faults = [];
        FakeTimeProvider time = new(DateTimeOffset.UnixEpoch.AddYears(-1));
        await using LocalAwsServer server = await LocalAwsServer.StartAsync(
            Sample.Config, new LocalAwsOptions { TimeProvider = time, Fault = faults.Add });
        using HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Endpoint };
        Answer answer = await new SignedCall
        {
            Time = time.GetUtcNow(),
            Parameters = "Action=GetSessionToken&Version=2011-06-15&TokenCode=123456&SerialNumber="
                + Uri.EscapeDataString(Sample.AliceDevice),
        }.PostAsync(http);

        Assert.Equal((HttpStatusCode.InternalServerError, "InternalFailure"), (answer.Status, answer.ErrorCode));
        Assert.Equal("Receiver", answer.Find("Type"));
        Assert.Equal(("InternalFailure", 500), (server.Requests[^1].Outcome, server.Requests[^1].Status));
        Assert.IsType<ArgumentOutOfRangeException>(Assert.Single(faults));
    }

    [Theory]
    [InlineData(QueryRequestReader.MaxBodyBytes, HttpStatusCode.Forbidden)]
    [InlineData(QueryRequestReader.MaxBodyBytes + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Body_PastTheLimit_IsRefused(int length, HttpStatusCode status)
    {
        await using TestServer aws = await TestServer.StartAsync();
        string form = "Action=GetCallerIdentity&Version=2011-06-15&Filler=";
        using HttpRequestMessage message = new(HttpMethod.Post, "/")
        {
            Content = new StringContent(form.PadRight(length, 'x'), Encoding.ASCII, "application/x-www-form-urlencoded"),
        };
        Assert.Equal(status, (await Answer.SendAsync(aws.Http, message)).Status);
    }

    [Fact]
    public async Task Body_PastTheLimitInChunks_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        using HttpRequestMessage message = new(HttpMethod.Post, "/")
        {
            Content = new StringContent(new string('x', QueryRequestReader.MaxBodyBytes + 1)),
        };
        message.Headers.TransferEncodingChunked = true;
        Answer answer = await Answer.SendAsync(aws.Http, message);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "RequestEntityTooLarge"), (answer.Status, answer.ErrorCode));
    }

    // Bytes of every kind, with the marks that the parsers look for more often than chance would.
    [Fact]
    public async Task Body_AnyBytes_IsNeverAnInternalFailure()
    {
        Gen<byte[]> part = Gen.OneOf(
            Gen.Byte.Array[0, 8],
            Gen.OneOf(
                "Action", "GetSessionToken", "AssumeRole", "Version", "2011-06-15", "&", "=", "%", "%00", "%zz", "+",
                "DurationSeconds", "TokenCode", "SerialNumber", "RoleArn", "RoleSessionName", Sample.AdminRole)
                .Select(Encoding.ASCII.GetBytes));
        await using TestServer aws = await TestServer.StartAsync();
        part.Array[0, 12].ForAll(Effort.Cases(few: 60, full: 400), parts =>
        {
            using HttpRequestMessage message = new(HttpMethod.Post, "/");
            message.Content = new ByteArrayContent([.. parts.SelectMany(p => p)]);
            message.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
            using HttpResponseMessage response = aws.Http.Send(message);
            Assert.InRange((int)response.StatusCode, 400, 499);
        });
    }

    // The same behind a right signature, where the actions read them.
    [Fact]
    public async Task Parameters_AnyText_IsNeverAnInternalFailure()
    {
        Gen<string> value = Gen.OneOf(
            Gen.String[0, 70],
            Gen.Int.Select(i => i.ToString(CultureInfo.InvariantCulture)),
            Gen.OneOf("", "\0", "\uFFFF", "]]>", "<a>", "\r\n", "😀", "000000", Sample.AdminRole, Sample.AliceDevice));
        Gen<string> name = Gen.OneOf(
            "DurationSeconds", "SerialNumber", "TokenCode", "RoleArn", "RoleSessionName", "ExternalId", "Policy");
        await using TestServer aws = await TestServer.StartAsync();
        Gen.Select(Gen.OneOf("AssumeRole", "GetSessionToken", "GetCallerIdentity"), Gen.Select(name, value).Array[0, 6]).ForAll(
            Effort.Cases(few: 60, full: 400),
            (action, pairs) =>
            {
                StringBuilder form = new($"Action={action}&Version=2011-06-15");
                foreach ((string key, string text) in pairs.DistinctBy(pair => pair.Item1))
                {
                    // Half a surrogate pair has no UTF-8; the encoder puts U+FFFD there.
                    form.Append('&').Append(key).Append('=').Append(Uri.EscapeDataString(text));
                }

                SignedCall call = new() { Time = aws.Now, Parameters = form.ToString() };
                Answer answer = call.PostAsync(aws.Http).GetAwaiter().GetResult();
                Assert.True((int)answer.Status < 500, answer.Xml.ToString());
            });
    }

    [Fact]
    public async Task Headers_AnyAuthorization_IsNeverAnInternalFailure()
    {
        Gen<string> part = Gen.OneOf(
            "AWS4-HMAC-SHA256", " ", ",", "=", "/", ";", "Credential=", "SignedHeaders=", "Signature=", "aws4_request",
            "a/b/c/sts/aws4_request", "host", "x-amz-date", "AKIAIOSFODNN7EXAMPLE", "\"", "ü");
        await using TestServer aws = await TestServer.StartAsync();
        Gen.Select(part.Array[0, 12], part.Array[0, 3]).ForAll(Effort.Cases(few: 60, full: 400), (authorization, date) =>
        {
            using HttpRequestMessage message = new(HttpMethod.Get, "/?Action=GetCallerIdentity&Version=2011-06-15");
            message.Headers.TryAddWithoutValidation("Authorization", string.Concat(authorization));
            message.Headers.TryAddWithoutValidation("X-Amz-Date", string.Concat(date));
            using HttpResponseMessage response = aws.Http.Send(message);
            Assert.InRange((int)response.StatusCode, 400, 499);
        });
    }
}
