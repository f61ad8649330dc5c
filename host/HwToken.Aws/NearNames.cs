using HwToken.Shared;

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
        return isPart ? 1 : EditDistance.Between(typed.ToUpperInvariant(), name.ToUpperInvariant());
    }
}
