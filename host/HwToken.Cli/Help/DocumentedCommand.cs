using System.CommandLine;

namespace HwToken.Cli.Help;

/// <summary>A command whose help goes on behind the options.</summary>
/// <param name="description">One line, which also stands in the list of commands.</param>
/// <param name="manual">What the options do not say: an example above all.</param>
internal sealed class DocumentedCommand(string name, string description, string manual) : Command(name, description)
{
    public string Manual => manual;

    /// <summary>What to say to somebody whose arguments or options it does not take; null for where to read about them.</summary>
    public string? MisuseHint { get; init; }
}
