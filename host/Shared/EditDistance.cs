namespace HwToken.Shared;

/// <summary>How many slips of the keyboard lead from one text to another.</summary>
/// <remarks>
/// A source that HwToken.Client and HwToken.Aws both compile: neither may know the other, and the core that Client has
/// in common with the token is no place for what no token needs.
/// </remarks>
internal static class EditDistance
{
    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other (optimal string
    /// alignment distance).
    /// </summary>
    public static int Between(string a, string b)
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
