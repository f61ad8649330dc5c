using System.Globalization;

namespace HwToken.Fuzz;

/// <summary>What to feed, with how much.</summary>
public sealed record FuzzOptions(IReadOnlyList<string> Targets, long Inputs, int Seed, string Corpus, bool Keep)
{
    /// <summary>Reads the command line.</summary>
    /// <returns>Null, and what is wrong with it.</returns>
    public static FuzzOptions? Parse(string[] args, IReadOnlyCollection<string> known, string corpus, out string problem)
    {
        List<string> targets = [];
        long inputs = 100_000;
        int seed = 1;
        bool keep = false;
        problem = "";
        for (int i = 0; i < args.Length && problem.Length == 0; i++)
        {
            string? value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--inputs" when long.TryParse(value, CultureInfo.InvariantCulture, out inputs) && inputs > 0:
                case "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out seed):
                    i++;
                    break;
                case "--corpus" when value is not null:
                    corpus = value;
                    i++;
                    break;
                case "--keep":
                    keep = true;
                    break;
                case var name when known.Contains(name):
                    targets.Add(name);
                    break;
                default:
                    problem = $"'{args[i]}' is no target ({string.Join(", ", known)}) and no option, or lacks its value";
                    break;
            }
        }

        return problem.Length > 0 ? null : new(targets.Count > 0 ? targets : [.. known], inputs, seed, corpus, keep);
    }
}
