using System.Security.Cryptography;
using HwToken.Fuzz.Targets;

namespace HwToken.Fuzz.Engine;

/// <summary>A target's folder of inputs, each in a file whose name is its digest's beginning.</summary>
public sealed class Corpus(ITarget target, string folder)
{
    private readonly string _folder = Path.Combine(folder, target.Name);

    /// <summary>The seeds, then what the folder holds, in the order of the names.</summary>
    public IReadOnlyList<byte[]> Load()
    {
        List<byte[]> inputs = [.. target.Seeds];
        if (Directory.Exists(_folder))
        {
            inputs.AddRange(Directory.GetFiles(_folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes));
        }

        return inputs;
    }

    /// <returns>The file.</returns>
    public string Keep(ReadOnlySpan<byte> input)
    {
        Directory.CreateDirectory(_folder);
        string path = Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(input))[..16]);
        File.WriteAllBytes(path, input);
        return path;
    }
}
