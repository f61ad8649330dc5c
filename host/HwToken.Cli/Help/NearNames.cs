namespace HwToken.Cli.Help;

/// <summary>What somebody may have meant who wrote something else.</summary>
internal static class NearNames
{
    /// <summary>The nearest of <paramref name="names"/>, or null if none is near: a third of the letters may be wrong.</summary>
    public static string? Of(string written, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: Distance(written, name)))
        .Where(n => n.Distance * 3 <= Math.Max(written.Length, n.Name.Length))
        .OrderBy(n => n.Distance)
        .ThenBy(n => n.Name, StringComparer.Ordinal)
        .Select(n => n.Name)
        .FirstOrDefault();

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours (the optimal string alignment distance).
    /// </summary>
    private static int Distance(string a, string b)
    {
        int[,] distance = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }

                int replaced = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int shortest = Math.Min(replaced, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                distance[i, j] = swapped ? Math.Min(shortest, distance[i - 2, j - 2] + 1) : shortest;
            }
        }

        return distance[a.Length, b.Length];
    }
}
