namespace HwToken.Device.Tests;

/// <summary>The tables of firmware/HwToken.Device/README.md, each marked with a comment that names it.</summary>
internal static class ReadmeTable
{
    /// <summary>The rows behind the heading, each as its cells.</summary>
    /// <exception cref="InvalidDataException">There is no such table, or it is not rectangular.</exception>
    public static List<string[]> Rows(string name) => [.. Read(name).Skip(2)];

    /// <summary>The heading's cells.</summary>
    public static string[] Heading(string name) => Read(name)[0];

    private static List<string[]> Read(string name)
    {
        string path = Repository.PathOf("firmware", "HwToken.Device", "README.md");
        List<string[]> rows = [.. File.ReadLines(path)
            .SkipWhile(line => line != $"<!-- table: {name} -->")
            .Skip(1)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
        return rows.Count > 2 && rows.TrueForAll(row => row.Length == rows[0].Length)
            ? rows
            : throw new InvalidDataException($"{path} has no table \"{name}\"");
    }
}
