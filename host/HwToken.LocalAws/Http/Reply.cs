using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Services;
using Microsoft.AspNetCore.Http;

namespace HwToken.LocalAws.Http;

/// <summary>What the client gets: a status and the Query protocol's XML.</summary>
internal sealed class Reply
{
    private static readonly XmlWriterSettings XmlSettings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
    };

    private readonly byte[] _body;

    private Reply(HttpStatusCode status, string outcome, byte[] body)
    {
        Status = status;
        Outcome = outcome;
        _body = body;
    }

    internal HttpStatusCode Status { get; }

    /// <summary>For the record.</summary>
    internal string Outcome { get; }

    /// <summary>The reply of an action: <c>NameResponse</c> with <c>NameResult</c> and the request's id in it.</summary>
    internal static Reply Granted(AwsService service, IAction action, ActionRequest request, string requestId) => new(
        HttpStatusCode.OK,
        Records.RequestRecord.Success,
        WriteXml(xml =>
        {
            xml.WriteStartElement(action.Name + "Response", service.XmlNamespace);
            xml.WriteStartElement(action.Name + "Result");
            action.Run(request, xml);
            xml.WriteEndElement();
            xml.WriteStartElement("ResponseMetadata");
            xml.WriteElementString("RequestId", requestId);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }));

    internal static Reply Refused(AwsException refusal, string xmlNamespace, string requestId) => new(
        refusal.Status,
        refusal.Code,
        WriteXml(xml =>
        {
            xml.WriteStartElement("ErrorResponse", xmlNamespace);
            xml.WriteStartElement("Error");
            xml.WriteElementString("Type", (int)refusal.Status < 500 ? "Sender" : "Receiver");
            xml.WriteElementString("Code", refusal.Code);
            xml.WriteElementString("Message", XmlText(refusal.Message));
            xml.WriteEndElement();
            xml.WriteElementString("RequestId", requestId);
            xml.WriteEndElement();
        }));

    internal async Task SendAsync(HttpResponse response, string requestId, DateTimeOffset now)
    {
        response.StatusCode = (int)Status;
        response.ContentType = "text/xml";
        response.ContentLength = _body.Length;
        response.Headers["x-amzn-RequestId"] = requestId;

        // SDKs correct their clock by this header when a signature is refused for its time: it must be the injected time.
        response.Headers.Date = now.ToString("r", CultureInfo.InvariantCulture);
        await response.Body.WriteAsync(_body).ConfigureAwait(false);
    }

    private static byte[] WriteXml(Action<XmlWriter> write)
    {
        using MemoryStream body = new();
        using (XmlWriter xml = XmlWriter.Create(body, XmlSettings))
        {
            write(xml);
        }

        return body.ToArray();
    }

    // Messages repeat what the client sent, which may hold characters that XML 1.0 cannot.
    private static string XmlText(string text) =>
        string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
}
