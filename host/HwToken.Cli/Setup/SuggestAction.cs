// Answers the completion scripts.
using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.Globalization;

namespace HwToken.Cli.Setup;

/// <summary>
/// Answers <c>hwtoken [suggest:POSITION] LINE</c>: what may stand at that position of the line (without the program's
/// name), a word per line. The library's own answer holds every word that <em>contains</em> what is typed, and every
/// spelling of help; a shell wants the words that begin with it.
/// </summary>
internal sealed class SuggestAction(SuggestDirective directive) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        string line = parseResult.Tokens.LastOrDefault(t => t.Type != System.CommandLine.Parsing.TokenType.Directive)?.Value ?? "";
        string? value = parseResult.GetResult(directive)?.Values.SingleOrDefault();
        int position = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int p) && p < line.Length ? p : line.Length;

        string typed = line[(line.LastIndexOf(' ', Math.Max(position - 1, 0)) + 1)..position];
        ParseResult unfinished = parseResult.RootCommandResult.Command.Parse(line[..position], parseResult.Configuration);
        // What is typed last need not be a word yet; what stands before it must be.
        if (unfinished.UnmatchedTokens.Count > (typed.Length > 0 ? 1 : 0))
        {
            return 0;
        }

        // Behind a double dash is a program's own line, which the shell completes with files.
        if (typed != "--" && unfinished.Tokens.Any(t => t.Type == System.CommandLine.Parsing.TokenType.DoubleDash))
        {
            return 0;
        }

        var words = unfinished.GetCompletions(position)
            .Select(item => item.InsertText ?? item.Label)
            .Where(word => word.StartsWith(typed, StringComparison.Ordinal))
            // Options only once they are asked for: they would bury the profiles and the commands.
            .Where(word => typed.StartsWith('-') || !word.StartsWith('-'))
            .Order(StringComparer.Ordinal);
        foreach (string word in words)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(word);
        }

        return 0;
    }
}
