using System.Text;

namespace HwToken.TestKit;

/// <summary>
/// Compares text, such as a picture of a screen, with a file in <c>tests/golden</c> that a person has looked at.
/// </summary>
public static class Golden
{
    /// <summary>Set to 1, it lets <see cref="Check(string, string)"/> write what is there now into the files that differ.</summary>
    public const string UpdateVariable = "HWTOKEN_UPDATE_GOLDEN";

    /// <param name="file">Path below <c>tests/golden</c>, with slashes.</param>
    /// <exception cref="GoldenException">
    /// It differs: the message shows the lines. Also if the file was just written, so that no run passes by writing.
    /// </exception>
    public static void Check(string file, string actual)
    {
        string path = Repository.PathOf(["tests", "golden", .. file.Split('/')]);
        bool update = Environment.GetEnvironmentVariable(UpdateVariable) == "1";
        CheckFile(path, actual, update);
    }

    public static void CheckFile(string path, string actual, bool update)
    {
        string? expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        if (expected == actual)
        {
            return;
        }

        if (update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            throw new GoldenException($"written: {path}\nlook at the difference, and run again without {UpdateVariable}");
        }

        throw new GoldenException(
            expected is null
                ? $"there is no {path}\nset {UpdateVariable}=1 to write this:\n{actual}"
                : $"differs from {path}\nset {UpdateVariable}=1 to write what is there now\n{Difference(expected, actual)}");
    }

    /// <summary>Each line that differs: its number, what was expected (-), and what is there (+).</summary>
    private static string Difference(string expected, string actual)
    {
        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        var difference = new StringBuilder();
        for (int i = 0; i < Math.Max(before.Length, after.Length); i++)
        {
            string? old = i < before.Length ? before[i] : null;
            string? now = i < after.Length ? after[i] : null;
            if (old == now)
            {
                continue;
            }

            difference.Append("line ").Append(i + 1).Append('\n');
            if (old is not null)
            {
                difference.Append("- ").Append(old).Append('\n');
            }

            if (now is not null)
            {
                difference.Append("+ ").Append(now).Append('\n');
            }
        }

        return difference.ToString();
    }
}
