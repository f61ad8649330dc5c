using System.Reflection;

namespace HwToken.Cli;

internal static class ProductVersion
{
    /// <summary>The version that was built, with the commit behind it where the build knew it: <c>0.1.0+1a2b3c4</c>.</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
