using System.Globalization;
using System.Xml;
using HwToken.LocalAws.Sessions;

namespace HwToken.LocalAws.Services.Sts;

/// <summary>The Credentials data type of the STS API reference.</summary>
internal static class CredentialsElement
{
    internal static void Write(XmlWriter result, SessionCredentials credentials)
    {
        result.WriteStartElement("Credentials");
        result.WriteElementString("AccessKeyId", credentials.AccessKeyId);
        result.WriteElementString("SecretAccessKey", credentials.SecretAccessKey);
        result.WriteElementString("SessionToken", credentials.SessionToken);
        result.WriteElementString(
            "Expiration",
            credentials.Expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        result.WriteEndElement();
    }
}
