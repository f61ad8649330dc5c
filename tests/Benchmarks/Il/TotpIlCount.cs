using System.Globalization;
using System.Reflection;
using HwToken.Core.Otp;

namespace HwToken.Benchmarks.Il;

/// <summary>
/// What one code costs an IL interpreter such as the chip's, beside a straightforward implementation: with its key set
/// before, and with the key's setting. Instructions are counted, not weighed; the chip takes longer over a call, a field
/// or an array element than over a local. Counts are those of an optimized build.
/// </summary>
public static class TotpIlCount
{
    private const long TimeStep = 41152263;

    public static void Print()
    {
        Console.WriteLine(
            """
            IL instructions of one code of 6 digits

            | Method                | KeyLength | Instructions | Elements | Fields | Calls | Allocations | Ratio |
            |---------------------- |----------:|-------------:|---------:|-------:|------:|------------:|------:|
            """);
        foreach (int keyLength in new[] { 20, 40, 128 })
        {
            byte[] key = [.. Enumerable.Range(1, keyLength).Select(i => (byte)(i * 73))];
            var hmac = new HmacSha1();
            var totp = new Totp(hmac);
            int expected = StraightforwardTotp.Compute(key, TimeStep);

            IlInterpreter baseline = NewInterpreter();
            Check(expected, baseline.Run(Method(typeof(StraightforwardTotp), "Compute"), key, TimeStep));

            IlInterpreter withKey = NewInterpreter();
            withKey.Run(Method(typeof(HmacSha1), "SetKey"), hmac, key, 0, key.Length);
            Check(expected, withKey.Run(Method(typeof(Totp), "Compute"), totp, TimeStep));

            IlInterpreter warm = NewInterpreter();
            Check(expected, warm.Run(Method(typeof(Totp), "Compute"), totp, TimeStep));

            Print("Straightforward", keyLength, baseline.Counts, baseline.Counts);
            Print("HwToken, key and code", keyLength, withKey.Counts, baseline.Counts);
            Print("HwToken, code", keyLength, warm.Counts, baseline.Counts);
        }
    }

    private static IlInterpreter NewInterpreter() => new(typeof(Totp).Assembly, typeof(StraightforwardTotp).Assembly);

    private static MethodInfo Method(Type type, string name) => type.GetMethod(name)!;

    private static void Check(int expected, object? code)
    {
        if (!Equals(code, expected))
        {
            throw new InvalidOperationException($"interpreted, the code is {code} instead of {expected}");
        }
    }

    private static void Print(string method, int keyLength, IlCounts counts, IlCounts baseline)
    {
        double ratio = (double)counts.Instructions / baseline.Instructions;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {method,-21} | {keyLength,9} | {counts.Instructions,12:N0} | {counts.Elements,8:N0} "
            + $"| {counts.Fields,6} | {counts.Calls,5:N0} | {counts.Allocations,11} | {ratio,5:F2} |"));
    }
}
