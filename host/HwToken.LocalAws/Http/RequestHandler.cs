// What happens to a request that Kestrel received.
using System.Net;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Query;
using HwToken.LocalAws.Records;
using HwToken.LocalAws.Services;
using HwToken.LocalAws.Sessions;
using HwToken.LocalAws.Signing;
using Microsoft.AspNetCore.Http;

namespace HwToken.LocalAws.Http;

/// <summary>Takes a request from the first byte to the reply, and keeps its record.</summary>
internal sealed class RequestHandler(
    ServiceCatalog services,
    Authenticator authenticator,
    TimeProvider time,
    Action<RequestRecord> record,
    Action<Exception> fault)
{
    internal async Task HandleAsync(HttpContext http)
    {
        DateTimeOffset now = time.GetUtcNow();
        RequestNotes notes = new(now, Guid.NewGuid().ToString());
        string xmlNamespace = services.DefaultXmlNamespace;
        Reply reply;
        try
        {
            QueryRequest request = await QueryRequestReader.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
            reply = Answer(request, notes, now, ref xmlNamespace);
        }
        catch (AwsException refusal)
        {
            reply = Reply.Refused(refusal, xmlNamespace, notes.RequestId);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
            return;
        }
        catch (Exception e)
        {
            fault(e);
            reply = Reply.Refused(AwsException.InternalFailure(), xmlNamespace, notes.RequestId);
        }

        // Before the reply, so that a caller that has the reply finds the record.
        record(notes.Complete(reply.Outcome, reply.Status));
        await reply.SendAsync(http.Response, notes.RequestId, now).ConfigureAwait(false);
    }

    private Reply Answer(QueryRequest request, RequestNotes notes, DateTimeOffset now, ref string xmlNamespace)
    {
        ActionParameters parameters = new(request.Parameters);
        (AwsService service, IAction action) = services.Find(parameters);
        xmlNamespace = service.XmlNamespace;
        notes.Action = action.Name;
        notes.SetMfaSerial(parameters.Find("SerialNumber"));

        SignatureClaim claim = SignatureClaim.Of(request);
        notes.SetAccessKeyId(claim.AccessKeyId);
        Caller caller = authenticator.Authenticate(request, claim, service.SigningName, now);
        notes.User = caller.Principal.Arn;
        return Reply.Granted(service, action, new ActionRequest(caller, parameters, now), notes.RequestId);
    }
}

/// <summary>Makes a <see cref="QueryRequest"/> of what Kestrel received.</summary>
internal static class QueryRequestReader
{
    /// <summary>Most bytes of a body. STS needs less than 8 KiB; a session policy would be the longest part.</summary>
    internal const int MaxBodyBytes = 64 * 1024;

    /// <exception cref="AwsException">Not a request of the Query protocol, or a body past the limit.</exception>
    internal static async Task<QueryRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.Path != "/")
        {
            throw new AwsException(HttpStatusCode.NotFound, "UnknownOperationException", "The Query protocol's path is /");
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsPost(request.Method))
        {
            throw new AwsException(
                HttpStatusCode.MethodNotAllowed, "UnsupportedHttpVerb", "The Query protocol's methods are GET and POST");
        }

        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers)
        {
            headers.Add(name, string.Join(',', values.ToArray()));
        }

        byte[] body = await ReadBodyAsync(request, cancellation).ConfigureAwait(false);
        return new QueryRequest(request.Method, request.QueryString.Value ?? "", headers, body);
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            using MemoryStream body = new();
            await request.Body.CopyToAsync(body, cancellation).ConfigureAwait(false);
            return body.ToArray();
        }
        catch (BadHttpRequestException e)
        {
            // Kestrel's own refusals: a body past the limit, broken chunks, a connection that ended early.
            var status = (HttpStatusCode)e.StatusCode;
            throw new AwsException(
                status, status == HttpStatusCode.RequestEntityTooLarge ? "RequestEntityTooLarge" : "MalformedInput", e.Message);
        }
    }
}
