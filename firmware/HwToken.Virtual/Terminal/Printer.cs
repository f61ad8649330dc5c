namespace HwToken.Virtual.Terminal;

/// <summary>The one place that says what went wrong.</summary>
internal static class Printer
{
    internal const string Program = "hwtoken-virtual";

    /// <param name="message">Lower case, no full stop.</param>
    /// <param name="hint">What to do about it; empty if there is nothing to say.</param>
    internal static void Print(TextWriter error, string message, string hint)
    {
        error.WriteLine($"{Program}: {message}");
        if (hint.Length > 0)
        {
            error.WriteLine($"hint: {hint}");
        }
    }
}
