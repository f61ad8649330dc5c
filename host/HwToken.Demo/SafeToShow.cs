using System.Text.Json.Nodes;

namespace HwToken.Demo;

/// <summary>Credentials as they may stand on a screen: enough to see what they are, too little to use them.</summary>
internal static class SafeToShow
{
    private const int Shown = 4;

    /// <param name="json">What a credential_process prints.</param>
    /// <returns>One line per field, the secret ones cut short.</returns>
    public static IEnumerable<string> Lines(string json)
    {
        foreach ((string name, JsonNode? value) in JsonNode.Parse(json)!.AsObject())
        {
            string text = value!.ToString();
            yield return $"{name,-16} {(name is "SecretAccessKey" or "SessionToken" ? Shorten(text) : text)}";
        }
    }

    private static string Shorten(string secret) => $"{secret[..Shown]}... ({secret.Length} characters)";
}
