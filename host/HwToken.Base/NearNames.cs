namespace HwToken.Base;

/// <summary>Which of the existing names somebody may have meant.</summary>
public static class NearNames
{
    private const int MaxOffers = 3;

    /// <summary>Shorter beginnings and parts fit too many names by chance.</summary>
    private const int MinPart = 3;

    /// <summary>At most three, the nearest first: longer and shorter forms of what was typed, and names a few typing errors away.</summary>
    /// <param name="lastPart">What people call a name for short, which may be near too; null if names have no such part.</param>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> names, Func<string, string>? lastPart = null) =>
        [.. names
            .Select(name => (Name: name, Errors: lastPart is null
                ? Errors(typed, name)
                : Math.Min(Errors(typed, name), Errors(lastPart(typed), lastPart(name)))))
            .Where(near => near.Errors < int.MaxValue)
            .OrderBy(near => near.Errors)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .Take(MaxOffers)
            .Select(near => near.Name)];

    /// <returns>How far apart; <see cref="int.MaxValue"/> if too far to be meant.</returns>
    private static int Errors(string typed, string name)
    {
        int distance = Distance(typed.ToUpperInvariant(), name.ToUpperInvariant());
        bool isLonger = typed.Length >= MinPart && name.Contains(typed, StringComparison.OrdinalIgnoreCase);
        bool isShorter = name.Length >= MinPart && typed.Contains(name, StringComparison.OrdinalIgnoreCase);
        if (isLonger || isShorter)
        {
            return Math.Min(1, distance);
        }

        return distance <= Math.Max(1, Math.Min(typed.Length, name.Length) / 3) ? distance : int.MaxValue;
    }

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours that lead from one text to the other (optimal string
    /// alignment distance).
    /// </summary>
    private static int Distance(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1];
        int[] last = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(row[j - 1], last[j]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            beforeLast = last;
            last = row;
        }

        return last[b.Length];
    }
}
