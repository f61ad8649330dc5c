namespace HwToken.EndToEnd.Tests;

/// <summary>The product's programs, as they were built beside the tests.</summary>
internal static class Programs
{
    private static readonly string Extension = OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>HWTOKEN_EXE names another build of it: the native one.</summary>
    public static string HwToken { get; } =
        Environment.GetEnvironmentVariable("HWTOKEN_EXE") is { Length: > 0 } path ? Path.GetFullPath(path) : Beside("hwtoken");

    public static string VirtualToken { get; } = Beside("hwtoken-virtual");

    public static string LocalAws { get; } = Beside("hwtoken-local-aws");

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name + Extension);
}
