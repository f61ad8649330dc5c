using System.Globalization;

namespace HwToken.Enclosure.Mesh;

/// <summary>The text form of STL, which OpenSCAD writes.</summary>
public static class StlFile
{
    /// <exception cref="InvalidDataException">The file is not such a file.</exception>
    public static Solid Read(string path) => Parse(Path.GetFileName(path), File.ReadLines(path));

    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidDataException">The file is not such a file.</exception>
    public static Solid Parse(string name, IEnumerable<string> lines)
    {
        var corners = new List<Vector>();
        foreach (string line in lines)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["vertex", ..])
            {
                corners.Add(ToVector(name, words));
            }
        }

        if (corners.Count == 0 || corners.Count % 3 != 0)
        {
            throw new InvalidDataException($"{name} is not a text STL: it has {corners.Count} corners");
        }

        return new Solid([.. corners.Chunk(3).Select(c => new Triangle(c[0], c[1], c[2]))]);
    }

    private static Vector ToVector(string name, string[] words)
    {
        double[] numbers = new double[3];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (words.Length != 4
                || !double.TryParse(words[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])
                || !double.IsFinite(numbers[i]))
            {
                throw new InvalidDataException($"{name} has a corner '{string.Join(' ', words)}'");
            }
        }

        return new Vector(numbers[0], numbers[1], numbers[2]);
    }
}
