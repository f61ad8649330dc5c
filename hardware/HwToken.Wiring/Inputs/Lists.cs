namespace HwToken.Wiring.Inputs;

/// <summary>Several names in one cell of a table, between bars.</summary>
internal static class Lists
{
    public static IReadOnlyList<string> Items(string cell) =>
        cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
