using System.Diagnostics;

namespace HwToken.EndToEnd.Tests;

/// <summary>A theory that proves nothing where the system keeps no cores of any program.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryNeedingCoresAttribute : TheoryAttribute
{
    private static readonly Lazy<bool> CoresAreKept = new(Try);

    public TheoryNeedingCoresAttribute() => Skip = CoresAreKept.Value ? null : "needs bash, and a system that keeps core files";

    private static bool Try()
    {
        if (ExternalTool.Find("bash") is not { } bash)
        {
            return false;
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("hwtoken-core-");
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(bash, ["-c", "ulimit -c unlimited; sh -c 'kill -ABRT $$'; exit 0"])
            {
                WorkingDirectory = folder.FullName, RedirectStandardError = true,
            })!;
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return error.Contains("core dumped", StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
