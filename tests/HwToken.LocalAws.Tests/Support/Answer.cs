using System.Net;
using System.Xml.Linq;

namespace HwToken.LocalAws.Tests.Support;

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, HttpResponseMessage Response, XElement Xml)
{
    internal string? ErrorCode => Find("Code");

    internal string? Message => Find("Message");

    /// <summary>The text of the first element of that name.</summary>
    internal string? Find(string name) =>
        Xml.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    internal static async Task<Answer> SendAsync(HttpClient http, HttpRequestMessage message)
    {
        HttpResponseMessage response = await http.SendAsync(message);
        return new Answer(response.StatusCode, response, XElement.Parse(await response.Content.ReadAsStringAsync()));
    }
}
