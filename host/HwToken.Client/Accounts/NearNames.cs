using HwToken.Shared;

namespace HwToken.Client.Accounts;

/// <summary>Which of the names that there are somebody may have meant.</summary>
public static class NearNames
{
    private const int MaxOffers = 3;

    /// <summary>Shorter beginnings and parts fit too many names by chance.</summary>
    private const int MinPart = 3;

    /// <summary>At most three: longer and shorter forms of what was typed, and those a few slips of the keyboard away.</summary>
    /// <param name="lastPart">What people call a name for short, which may be near too.</param>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> names, Func<string, string> lastPart) =>
        [.. names
            .Select(name => (Name: name, Slips: Math.Min(Slips(typed, name), Slips(lastPart(typed), lastPart(name)))))
            .Where(near => near.Slips < int.MaxValue)
            .OrderBy(near => near.Slips)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .Take(MaxOffers)
            .Select(near => near.Name)];

    /// <returns>How far apart; <see cref="int.MaxValue"/> if too far to be meant.</returns>
    private static int Slips(string typed, string name)
    {
        int distance = EditDistance.Between(typed.ToUpperInvariant(), name.ToUpperInvariant());
        bool isLonger = typed.Length >= MinPart && name.Contains(typed, StringComparison.OrdinalIgnoreCase);
        bool isShorter = name.Length >= MinPart && typed.Contains(name, StringComparison.OrdinalIgnoreCase);
        if (isLonger || isShorter)
        {
            return Math.Min(1, distance);
        }

        return distance <= Math.Max(1, Math.Min(typed.Length, name.Length) / 3) ? distance : int.MaxValue;
    }
}
