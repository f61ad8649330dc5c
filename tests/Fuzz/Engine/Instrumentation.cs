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
            string path = Path.Combine(AppContext.BaseDirectory, name);
            string mark = path + ".instrumented";
            if (File.Exists(mark) && File.GetLastWriteTimeUtc(mark) >= File.GetLastWriteTimeUtc(path))
            {
                continue;
            }

            _ = Fuzzer.Instrument(path, _ => true, Options.Value).Count();
            File.WriteAllText(mark, "");
        }
    }
}
