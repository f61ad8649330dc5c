namespace HwToken.TestKit;

/// <summary>How many cases a randomised or exhaustive test tries: few while somebody works, all of them before a change lands.</summary>
/// <remarks>The few are a subset of the many: the same seeds, from the beginning on.</remarks>
public static class Effort
{
    /// <summary>"full" for all of them, as .ci/run has it.</summary>
    public const string Variable = "HWTOKEN_TEST_EFFORT";

    public static bool IsFull { get; } = Environment.GetEnvironmentVariable(Variable) == "full";

    public static int Cases(int few, int full) => IsFull ? full : few;

    /// <summary>Which of many cases to try in turn: all of them, or every <paramref name="stride"/>th and the last.</summary>
    public static IEnumerable<T> Some<T>(IReadOnlyList<T> cases, int stride) =>
        cases.Where((_, i) => IsFull || i % stride == 0 || i == cases.Count - 1);
}
