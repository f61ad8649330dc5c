// What is wrong with a command line.
using System.CommandLine;
using System.CommandLine.Parsing;
using HwToken.Base;
using HwToken.Cli.Errors;

namespace HwToken.Cli.Running;

/// <summary>
/// What is wrong with a command line, in our printer's words. Surplus arguments are not repeated: somebody's may be a
/// secret, and stderr is often kept.
/// </summary>
internal static class UsageError
{
    /// <summary>Null if nothing is.</summary>
    public static CliException? Of(ParseResult parse)
    {
        bool isPlain = parse.Errors.Count == 0 && parse.UnmatchedTokens.Count == 0
            && parse.Tokens.All(t => t.Type != TokenType.Argument || (t.Value.Length > 0 && t.Value[0] != '-'));
        if (isPlain)
        {
            // None of the mistakes below is possible then.
            return null;
        }

        Command command = parse.CommandResult.Command;
        string path = PathOf(command);
        string usage = $"'{path} --help' shows its usage";
        string? misuse = (command as DocumentedCommand)?.MisuseHint;

        if (EmptyValue(parse) is string empty)
        {
            return CliException.BadUsage($"{empty} is empty", "write the value itself, or check the variable that it comes from");
        }

        // The parser takes an unknown option for an argument wherever one is still missing.
        if (MistakenOptions(parse).FirstOrDefault() is string mistaken)
        {
            string option = mistaken.Split('=')[0];
            return OfAnotherCommand(option, parse)
                ?? CliException.BadUsage($"unknown option '{option}'", misuse ?? Meant(option, OptionsOf(command)) ?? usage);
        }

        if (WordBeforeTheCommand(parse) is string word)
        {
            return UnknownCommand(word, parse.RootCommandResult.Command);
        }

        if (parse.Errors.Count == 0)
        {
            return null;
        }

        if (parse.Errors.FirstOrDefault(e => e.SymbolResult is OptionResult { Tokens.Count: 0 }) is { } noValue)
        {
            return CliException.BadUsage(Text(noValue, path), usage);
        }

        string? unmatched = parse.UnmatchedTokens.Count > 0 ? parse.UnmatchedTokens[0] : null;
        if (command.Subcommands.Count > 0)
        {
            return unmatched is null
                ? CliException.BadUsage($"'{path}' needs a command", $"'{path} --help' lists them")
                : UnknownCommand(unmatched, command);
        }

        return unmatched is null
            ? CliException.BadUsage(Text(parse.Errors[0], path), usage)
            : CliException.BadUsage($"too many arguments for '{path}'", misuse ?? usage);
    }

    /// <summary>
    /// The parser passes over a word that is no command, and takes the next one that is. Behind a directive comes what a
    /// shell wants completed.
    /// </summary>
    private static string? WordBeforeTheCommand(ParseResult parse) => parse.Tokens
        .TakeWhile(token => token.Type is not (TokenType.Command or TokenType.DoubleDash or TokenType.Directive))
        .FirstOrDefault(token => token.Type == TokenType.Argument && parse.UnmatchedTokens.Contains(token.Value))?.Value;

    /// <summary>
    /// The argument or option that was given nothing, as by a variable that is not set: it must not mean the default.
    /// Behind a double dash may be a program's own, behind a directive is what a shell wants completed.
    /// </summary>
    private static string? EmptyValue(ParseResult parse)
    {
        if (!parse.Tokens.TakeWhile(t => t.Type is not (TokenType.DoubleDash or TokenType.Directive)).Any(t => t.Type == TokenType.Argument && t.Value.Length == 0))
        {
            return null;
        }

        IEnumerable<(string Name, SymbolResult? Result)> options = WithParents(parse.CommandResult.Command)
            .SelectMany(command => command.Options).Select(o => ($"option '{o.Name}'", (SymbolResult?)parse.GetResult(o)));
        IEnumerable<(string Name, SymbolResult? Result)> arguments = parse.CommandResult.Command.Arguments
            .Select(a => (a.Name, (SymbolResult?)parse.GetResult(a)));
        return options.Concat(arguments)
            .FirstOrDefault(s => s.Result?.Tokens.Any(t => t.Value.Length == 0) == true).Name ?? "an argument";
    }

    /// <summary>What to say of an option that is known elsewhere; null if it is not.</summary>
    private static CliException? OfAnotherCommand(string option, ParseResult parse)
    {
        Command command = parse.CommandResult.Command;
        if (command.Options.Any(o => o.Name == option))
        {
            return CliException.BadUsage($"option '{option}' is in front of its command", $"write it after '{PathOf(command)}'");
        }

        string[] owners = [.. Tree(parse.RootCommandResult.Command)
            .Where(c => c.Options.Any(o => !o.Recursive && o.Name == option)).Select(PathOf)];
        return owners.Length == 0
            ? null
            : CliException.BadUsage($"'{PathOf(command)}' takes no option '{option}'", $"it is one of {string.Join(", ", owners)}");
    }

    private static IEnumerable<Command> Tree(Command command) => command.Subcommands.SelectMany(Tree).Prepend(command);

    private static IEnumerable<Command> WithParents(Command command) =>
        command.Parents.OfType<Command>().SelectMany(WithParents).Prepend(command);

    private static CliException UnknownCommand(string word, Command parent) => CliException.BadUsage(
        $"unknown command '{word}'",
        Meant(word, parent.Subcommands.Select(c => c.Name)) ?? $"'{PathOf(parent)} --help' lists the commands");

    private static string Text(ParseError error, string path) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } result => $"option '{result.Option.Name}' needs a value",
        ArgumentResult { Tokens.Count: 0, Parent: OptionResult option } => $"option '{option.Option.Name}' needs a value",
        ArgumentResult { Tokens.Count: 0 } result => $"'{path}' needs {result.Argument.Name}",
        _ => Failure.AsClause(error.Message),
    };

    private static IEnumerable<string> MistakenOptions(ParseResult parse)
    {
        // Behind a double dash everything is an argument, whatever it looks like.
        var free = parse.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash)
            .Where(t => t.Type == TokenType.Argument).Select(t => t.Value).ToHashSet();
        return parse.CommandResult.Command.Arguments
            .SelectMany(argument => parse.GetResult(argument)?.Tokens.Select(t => t.Value) ?? [])
            .Concat(parse.UnmatchedTokens)
            .Where(value => value.Length > 1 && value[0] == '-' && free.Contains(value));
    }

    private static string? Meant(string written, IEnumerable<string> names) =>
        NearNames.Of(written, names) is [string name, ..] ? $"did you mean '{name}'?" : null;

    private static IEnumerable<string> OptionsOf(Command command)
    {
        IEnumerable<string> own = command.Options.Select(o => o.Name);
        IEnumerable<string> inherited = command.Parents.OfType<Command>()
            .SelectMany(parent => parent.Options.Where(o => o.Recursive).Select(o => o.Name).Concat(OptionsOf(parent)));
        return own.Concat(inherited).Distinct();
    }

    private static string PathOf(Command command) => command is RootCommand
        ? "hwtoken"
        : $"{PathOf(command.Parents.OfType<Command>().First())} {command.Name}";
}
