using CsCheck;

namespace HwToken.TestKit;

/// <summary>
/// Properties over the same cases in every run. CsCheck's own <c>seed:</c> argument fixes the first case only.
/// </summary>
public static class FixedSeed
{
    private const uint Stream = 1;
    private const ulong Seed = 6238;

    /// <summary>Checks so many generated cases in turn; a failure names the case and shows its value.</summary>
    public static void ForAll<T>(this Gen<T> gen, int cases, Action<T> check)
    {
        var random = new PCG(Stream, Seed);
        for (int i = 0; i < cases; i++)
        {
            T value = gen.Generate(random, null, out _);
            try
            {
                check(value);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"case {i} of {cases}, {Check.Print(value)}: {e.Message}", e);
            }
        }
    }

    public static void ForAll<T1, T2>(this Gen<(T1, T2)> gen, int cases, Action<T1, T2> check) =>
        gen.ForAll(cases, value => check(value.Item1, value.Item2));

    public static void ForAll<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, int cases, Action<T1, T2, T3> check) =>
        gen.ForAll(cases, value => check(value.Item1, value.Item2, value.Item3));

    public static void ForAll<T1, T2, T3, T4>(
        this Gen<(T1, T2, T3, T4)> gen, int cases, Action<T1, T2, T3, T4> check) =>
        gen.ForAll(cases, value => check(value.Item1, value.Item2, value.Item3, value.Item4));

    public static void ForAll<T1, T2, T3, T4, T5>(
        this Gen<(T1, T2, T3, T4, T5)> gen, int cases, Action<T1, T2, T3, T4, T5> check) =>
        gen.ForAll(cases, value => check(value.Item1, value.Item2, value.Item3, value.Item4, value.Item5));
}
