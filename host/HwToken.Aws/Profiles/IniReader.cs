namespace HwToken.Aws.Profiles;

/// <summary>Reads the form of the AWS config files: what Python's configparser takes, which the AWS CLI reads them with.</summary>
/// <remarks>
/// The SDK's own reader refuses what the CLI takes: a comment behind a section, and <c>key: value</c>. Two things that
/// the CLI does not take are taken as the SDKs take them: a section that comes twice, and one that is indented more
/// than the key above it.
/// </remarks>
internal static class IniReader
{
    /// <summary>Whose keys every other section has too.</summary>
    private const string Defaults = "DEFAULT";

    /// <returns>In the order of the file.</returns>
    /// <exception cref="IniLineException">A line has no form that a file of this kind knows.</exception>
    public static IReadOnlyList<IniSection> Read(IEnumerable<string> lines)
    {
        Dictionary<string, IniSection> sections = new(StringComparer.Ordinal);
        IniSection? section = null;
        string? key = null;
        int number = 0;
        int keyIndent = 0;
        foreach (string line in lines)
        {
            number++;
            string text = line.Trim();
            int indent = line.Length - line.TrimStart().Length;
            if (text.Length == 0 || text[0] is '#' or ';')
            {
                continue;
            }

            if (HeaderOf(text) is { } header)
            {
                if (!sections.TryGetValue(header, out section))
                {
                    sections[header] = section = new IniSection(header);
                }

                key = null;
            }
            else if (section is null)
            {
                throw new IniLineException(number, isAboveSections: true);
            }
            else if (key is not null && indent > keyIndent)
            {
                section.Continue(key, text);
            }
            else
            {
                // As configparser has it, the first of the two ends the key: the value may hold both.
                int end = text.AsSpan().IndexOfAny('=', ':');
                if (end <= 0)
                {
                    throw new IniLineException(number, isAboveSections: false);
                }

                key = text[..end].TrimEnd();
                keyIndent = indent;
                section.Add(key, text[(end + 1)..].TrimStart(), number);
            }
        }

        if (sections.Remove(Defaults, out IniSection? defaults))
        {
            foreach (IniSection other in sections.Values)
            {
                other.Inherit(defaults);
            }
        }

        return [.. sections.Values];
    }

    /// <summary>Up to the last bracket of the line; what is behind it is a comment, whatever it looks like.</summary>
    private static string? HeaderOf(string text) =>
        text[0] == '[' && text.LastIndexOf(']') is > 1 and var end ? text[1..end].Trim() : null;
}
