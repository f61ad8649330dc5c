using System.Security.Cryptography;
using System.Text;

namespace HwToken.TestKit.Storage;

/// <summary>What a power cut has left of a <see cref="CuttableDisk"/>.</summary>
/// <param name="Files">Every name there is, with its content.</param>
/// <param name="Story">When the cut came, and what of the last changes had reached the disk.</param>
public sealed record CutImage(IReadOnlyDictionary<string, byte[]> Files, string Story)
{
    /// <summary>Equal for images that hold the same.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, byte[] content) in Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public override string ToString() => Story;
}
