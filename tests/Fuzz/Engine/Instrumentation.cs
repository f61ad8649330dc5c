using System.Runtime.CompilerServices;
using SharpFuzz;

namespace HwToken.Fuzz.Engine;

/// <summary>Rewrites the product's assemblies, beside this program, so that they note each branch they take.</summary>
internal static class Instrumentation
{
    private static readonly string[] Assemblies = ["HwToken.Core.dll", "HwToken.Device.dll"];

    /// <summary>Before any of their code is loaded. What is rewritten already stays as it is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Apply()
    {
        foreach (string name in Assemblies)
        {
            try
            {
                _ = Fuzzer.Instrument(Path.Combine(AppContext.BaseDirectory, name), _ => true, Options.Value).Count();
            }
            catch (InstrumentationException)
            {
                // By an earlier run, since the last build.
            }
        }
    }
}
