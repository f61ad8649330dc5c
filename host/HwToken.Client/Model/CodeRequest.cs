// A request for a code, and how its text fits the token's screen.
using System.Text;
using HwToken.Core.Protocol;
using HwToken.Core.Text;

namespace HwToken.Client.Model;

/// <summary>Which code is wanted, and what the owner is told about it.</summary>
/// <param name="Account">The account's whole name, or the ARN of the MFA device that it is of.</param>
public sealed record CodeRequest(string Account)
{
    /// <summary>
    /// Who asks and for what, such as "aws: prod-admin": the token's screen shows it. What the screen has no room for
    /// is cut off.
    /// </summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>How long the code must still be good for: whole seconds, at most 255, less than the account's period.</summary>
    public int MinimumSecondsLeft { get; init; }

    /// <summary>The earliest time step wanted, where earlier codes are used up; at most two steps ahead. 0 for any.</summary>
    public long NotBeforeStep { get; init; }
}

/// <summary>Makes any text one that a token's screen shows.</summary>
public static class ScreenText
{
    private const string Cut = "..";

    /// <summary>What a screen cannot show becomes a question mark; what is past 32 bytes of UTF-8 is cut off.</summary>
    public static string Fit(string text)
    {
        var shown = new StringBuilder();
        foreach (Rune rune in text.Trim().EnumerateRunes())
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(rune.ToString());
            // A blank inside is fine; only by itself it is none.
            shown.Append(rune.Value == ' ' || Utf8.IsPrintable(utf8, utf8.Length) ? rune.ToString() : "?");
        }

        string all = shown.ToString();
        return Encoding.UTF8.GetByteCount(all) <= Limits.TextLength ? all : Start(all).TrimEnd() + Cut;
    }

    private static string Start(string text)
    {
        int room = Limits.TextLength - Cut.Length;
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                break;
            }

            room -= rune.Utf8SequenceLength;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
