namespace HwToken.LocalAws.Terminal;

/// <summary>The one place that says what went wrong.</summary>
internal static class Printer
{
    internal const string Program = "hwtoken-local-aws";

    /// <param name="message">Lower case, no full stop.</param>
    /// <param name="hint">What to do about it.</param>
    internal static void Print(TextWriter error, string message, string hint)
    {
        error.WriteLine($"{Program}: {message}");
        error.WriteLine($"hint: {hint}");
    }
}
