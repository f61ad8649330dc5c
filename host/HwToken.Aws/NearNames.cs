namespace HwToken.Aws;

/// <summary>Which of the names that exist somebody may have meant.</summary>
public static class NearNames
{
    private const int MaxOffers = 3;

    /// <summary>At most three names that are a slip of the keyboard, another case or a longer form away, nearest first.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> names) =>
        [.. names
            .Select(name => (Name: name, Distance: Distance(typed, name)))
            .Where(near => near.Distance <= Math.Max(1, typed.Length / 3))
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .Take(MaxOffers)
            .Select(near => near.Name)];

    private static int Distance(string typed, string name)
    {
        bool isPart = typed.Length >= 3 && name.Contains(typed, StringComparison.OrdinalIgnoreCase);
        return isPart ? 1 : Levenshtein(typed.ToUpperInvariant(), name.ToUpperInvariant());
    }

    private static int Levenshtein(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j - 1], row[j]) + 1);
            }
        }

        return row[b.Length];
    }
}
