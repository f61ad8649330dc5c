using System.Diagnostics;
using HwToken.Fuzz.Targets;

namespace HwToken.Fuzz.Engine;

/// <summary>Feeds a target with inputs, keeps those that reach something new, and looks for crashes, hangs and growth.</summary>
internal sealed class Campaign(ITarget target, Corpus corpus, Coverage coverage, FuzzOptions options)
{
    private const int ReportEvery = 250_000;

    /// <summary>An input takes microseconds. What takes so long twice hangs; once, the computer was busy elsewhere.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(2);

    /// <summary>What the heap may grow by between the first report and the last, apart from the inputs that were kept.</summary>
    private const long MaxGrowth = 8 << 20;

    /// <returns>False if something was found: it is in the corpus folder then.</returns>
    public bool Run(TextWriter output)
    {
        coverage.Forget();
        List<byte[]> inputs = [];
        foreach (byte[] input in corpus.Load())
        {
            coverage.Begin();
            target.Run(input);
            coverage.IsNew();
            inputs.Add(input);
        }

        Mutator mutator = new(options.Seed, target.MaxLength);
        long heap = 0;
        long started = Stopwatch.GetTimestamp();
        for (long number = 1; number <= options.Inputs; number++)
        {
            ReadOnlySpan<byte> input = mutator.Next(inputs);
            coverage.Begin();
            if (!TryRun(input, output))
            {
                return false;
            }

            if (coverage.IsNew())
            {
                inputs.Add(input.ToArray());
                if (options.Keep)
                {
                    corpus.Keep(input);
                }
            }

            if (number % ReportEvery == 0 || number == options.Inputs)
            {
                long now = GC.GetTotalMemory(forceFullCollection: true) - inputs.Sum(kept => (long)kept.Length + 64);
                heap = heap == 0 ? now : heap;
                output.WriteLine(
                    $"{target.Name}: {number} inputs, {inputs.Count} kept, {coverage.Reached} branches, "
                    + $"heap {now / 1024} KiB, {number / Stopwatch.GetElapsedTime(started).TotalSeconds:F0}/s");
                if (now - heap > MaxGrowth)
                {
                    output.WriteLine($"{target.Name}: the heap has grown by {(now - heap) / 1024} KiB");
                    return false;
                }
            }
        }

        return true;
    }

    private bool TryRun(ReadOnlySpan<byte> input, TextWriter output)
    {
        try
        {
            if (IsInTime(input) || IsInTime(input))
            {
                return true;
            }

            output.WriteLine($"{target.Name}: hangs, in the last line of {corpus.Keep(input)}");
        }
        catch (Exception e)
        {
            output.WriteLine($"{target.Name}: {e.GetType().Name}: {e.Message}, in the last line of {corpus.Keep(input)}");
        }

        return false;
    }

    private bool IsInTime(ReadOnlySpan<byte> input)
    {
        long started = Stopwatch.GetTimestamp();
        target.Run(input);
        return Stopwatch.GetElapsedTime(started) <= Hang;
    }
}
