using System.Net;
using HwToken.LocalAws.Services;
using Microsoft.AspNetCore.Http;

namespace HwToken.LocalAws.Http;

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
