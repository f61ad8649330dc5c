namespace HwToken.Pages;

/// <summary>A Markdown page of written text, with places between markers that a program fills.</summary>
public static class Page
{
    private const string End = "<!-- end -->";

    /// <summary>The page with the content of every place replaced.</summary>
    /// <exception cref="InvalidDataException">A section has no place in the page, or one without an end.</exception>
    public static string Fill(string page, IEnumerable<Section> sections)
    {
        foreach (Section section in sections)
        {
            string begin = Begin(section.Key);
            int start = page.IndexOf(begin, StringComparison.Ordinal);
            int end = start < 0 ? -1 : page.IndexOf(End, start, StringComparison.Ordinal);
            if (end < 0)
            {
                throw new InvalidDataException($"the page has no place '{begin}' ... '{End}'");
            }

            page = $"{page[..start]}{begin}\n\n{section.ToMarkdown()}\n{page[end..]}";
        }

        return page;
    }

    /// <summary>How many places a page has: each must belong to a section.</summary>
    public static int PlacesIn(string page) => page.Split(Begin("")[..^4]).Length - 1;

    private static string Begin(string key) => $"<!-- computed: {key} -->";
}
