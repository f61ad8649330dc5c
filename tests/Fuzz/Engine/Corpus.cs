using HwToken.Fuzz.Targets;

namespace HwToken.Fuzz.Engine;

/// <summary>A target's inputs: a text file with one in each line, in hexadecimal. Lines with # say why one is there.</summary>
public sealed class Corpus(ITarget target, string folder)
{
    private readonly string _file = Path.Combine(folder, target.Name + ".hex");

    /// <summary>The seeds, then what the file holds, in its order.</summary>
    public IReadOnlyList<byte[]> Load()
    {
        List<byte[]> inputs = [.. target.Seeds];
        if (File.Exists(_file))
        {
            inputs.AddRange(File.ReadLines(_file).Where(line => !line.StartsWith('#')).Select(Convert.FromHexString));
        }

        return inputs;
    }

    /// <summary>Adds an input at the end.</summary>
    /// <returns>The file.</returns>
    public string Keep(ReadOnlySpan<byte> input)
    {
        Directory.CreateDirectory(folder);
        File.AppendAllText(_file, Convert.ToHexString(input) + "\n");
        return _file;
    }
}
