using System.Text.RegularExpressions;

namespace HwToken.Pages.Tests;

/// <summary>Links between the pages of the hardware folder, and from them to others, lead somewhere.</summary>
public partial class HardwareLinksTests
{
    public static TheoryData<string, string> Links
    {
        get
        {
            var links = new TheoryData<string, string>();
            foreach (string page in Directory.GetFiles(Repository.PathOf("hardware"), "*.md"))
            {
                IEnumerable<string> targets = Link().Matches(File.ReadAllText(page)).Select(m => m.Groups["target"].Value);
                foreach (string target in targets.Where(t => !t.Contains("://", StringComparison.Ordinal)).Distinct())
                {
                    links.Add(Path.GetFileName(page), target);
                }
            }

            return links;
        }
    }

    [Theory]
    [MemberData(nameof(Links))]
    public void Link_OfAPage_LeadsToAFileAndAHeading(string page, string target)
    {
        string[] parts = target.Split('#');
        string path = parts[0].Length == 0
            ? Repository.PathOf("hardware", page)
            : Repository.PathOf("hardware", parts[0]);

        Assert.True(Path.Exists(path), $"{page} links to {target}");
        if (parts.Length == 2)
        {
            IEnumerable<string> anchors =
                Heading().Matches(File.ReadAllText(path)).Select(m => Anchor(m.Groups["text"].Value));
            Assert.Contains(parts[1], anchors);
        }
    }

    /// <summary>As GitHub makes them: lower case, punctuation gone, blanks to hyphens.</summary>
    private static string Anchor(string heading) => string.Concat(
        heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
