namespace HwToken.Cli.Secrets;

/// <summary>What is wrong with a key that somebody typed, without a character of it.</summary>
internal static class Base32Error
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz234567";

    /// <param name="position">As Base32.Decode gives it: an index in the text.</param>
    public static CliException At(SecretText text, int position)
    {
        // People count from one.
        int place = position + 1;
        char wrong = text.Buffer[position];
        if (text.Buffer.AsSpan(0, place).Contains('='))
        {
            return new CliException(
                ExitStatus.Failed,
                $"the padding of the key is wrong at character {place}",
                "leave the = signs out, or copy the key again to its end");
        }

        return Alphabet.Contains(wrong)
            ? new CliException(
                ExitStatus.Failed,
                $"the key breaks off at character {place}",
                "characters are missing or too many: copy the key again, from its first to its last character")
            : new CliException(
                ExitStatus.Failed,
                $"character {place} of the key is not base32",
                "base32 is A to Z and 2 to 7: a 0 is the letter O, a 1 is I or L, an 8 is B");
    }
}
