namespace HwToken.TestKit;

/// <summary>
/// Published test vectors: text files of <c>name = value</c> lines, one record per paragraph, whose # lines name the
/// document they are from.
/// </summary>
public static class VectorFile
{
    /// <summary>
    /// One row per record of a file below tests/vectors, with the values of <paramref name="fields"/> in that order,
    /// for a theory.
    /// </summary>
    /// <exception cref="InvalidDataException">A record lacks a field, or there is no record at all.</exception>
    public static IEnumerable<object[]> Rows(string name, params string[] fields)
    {
        var rows = new List<object[]>();
        foreach (var record in Read(name))
        {
            rows.Add([.. fields.Select(field => record.TryGetValue(field, out string? value)
                ? value
                : throw new InvalidDataException($"{name}: record {rows.Count + 1} has no {field}"))]);
        }

        return rows.Count > 0 ? rows : throw new InvalidDataException($"{name}: no vectors");
    }

    private static IEnumerable<Dictionary<string, string>> Read(string name)
    {
        var record = new Dictionary<string, string>();
        foreach (string line in File.ReadLines(Repository.PathOf("tests", "vectors", name)).Append(""))
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (line.Length > 0)
            {
                string[] parts = line.Split('=', 2);
                record.Add(parts[0].Trim(), parts[1].Trim());
            }
            else if (record.Count > 0)
            {
                yield return record;
                record = [];
            }
        }
    }
}
