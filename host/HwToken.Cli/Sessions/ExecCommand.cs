// hwtoken exec.
using System.CommandLine;
using System.CommandLine.Parsing;
using HwToken.Aws.Formats;
using HwToken.Aws.Model;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Programs;
using HwToken.Cli.Running;

namespace HwToken.Cli.Sessions;

/// <param name="Command">The program and its arguments; none for a shell.</param>
internal sealed record ExecInput(SessionInput Session, IReadOnlyList<string> Command);

/// <summary>
/// <c>hwtoken exec [PROFILE] [-- COMMAND...]</c>: runs a program, or a shell, that has a session and no other credentials.
/// </summary>
internal static class ExecCommand
{
    /// <summary>Tells a program, and a shell's prompt, whose session it has.</summary>
    public const string ProfileVariable = "HWTOKEN_PROFILE";

    public static Command Create(CommandRunner run, Host host)
    {
        var session = new SessionOptions(host);
        var words = new Argument<string[]>("COMMAND")
        {
            Description = "The program and its arguments, after -- [default: a shell, $SHELL, on Windows %ComSpec%]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new DocumentedCommand(
            "exec",
            "Run a program, or a shell, with a session's credentials in its environment",
            """
            The program gets AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_CREDENTIAL_EXPIRATION and,
            where known, AWS_ACCOUNT_ID, AWS_REGION and AWS_DEFAULT_REGION; other AWS credentials and AWS_PROFILE are taken out of
            its environment. It takes hwtoken's place, so that signals reach it and its exit status is what the caller
            gets; on Windows hwtoken waits for it. If it is not there the status is 127, if it cannot be run 126.

            HWTOKEN_PROFILE is the profile whose session it has. A shell's prompt can show it:
              bash        PS1='${HWTOKEN_PROFILE:+($HWTOKEN_PROFILE) }'$PS1
              zsh         setopt prompt_subst; PROMPT='${HWTOKEN_PROFILE:+($HWTOKEN_PROFILE) }'$PROMPT
              fish        function fish_right_prompt; set -q HWTOKEN_PROFILE; and echo "($HWTOKEN_PROFILE)"; end
              powershell  function prompt { "$(if ($Env:HWTOKEN_PROFILE) { "($Env:HWTOKEN_PROFILE) " })PS $PWD> " }

            In such a shell, exec with a COMMAND gives that command a session of its own; a shell in the shell is refused,
            since two sessions in one window are soon confused.

            Examples:
              hwtoken exec prod -- aws s3 ls
              hwtoken exec prod --duration 1h -- terraform apply
              AWS_PROFILE=prod hwtoken exec -- aws s3 ls
              hwtoken exec prod
            """)
        {
            MisuseHint = "put -- in front of the command, so that its options are its own",
        };
        session.AddTo(command);
        command.Arguments.Add(words);
        run.SetAction(command, parse => Read(parse, session), ExecuteAsync);
        return command;
    }

    /// <summary>
    /// The parser hands words to PROFILE and COMMAND in turn, whichever side of the -- they are on. What stands in front
    /// of it is the profile.
    /// </summary>
    private static ExecInput Read(ParseResult parse, SessionOptions session)
    {
        string[] command = [.. parse.Tokens.SkipWhile(t => t.Type != TokenType.DoubleDash).Skip(1).Select(t => t.Value)];
        string[] words = [.. parse.CommandResult.Command.Arguments.SelectMany(a => parse.GetResult(a)?.Tokens ?? []).Select(t => t.Value)];
        string[] front = words[..Math.Max(0, words.Length - command.Length)];
        if (front.Length > 1)
        {
            throw CliException.BadUsage("the command has no -- in front of it", "write hwtoken exec PROFILE -- COMMAND");
        }

        return command is ["", ..]
            ? throw CliException.BadUsage("COMMAND is empty", "write the program's name, or check the variable that it comes from")
            : new ExecInput(session.Read(parse, front.FirstOrDefault()), command);
    }

    private static async Task<ExitStatus> ExecuteAsync(ExecInput input, CliContext context, CancellationToken cancel)
    {
        bool isShell = input.Command.Count == 0;
        string program = isShell ? Shell(context.Host.Environment) : input.Command[0];
        IReadOnlyList<string> arguments = [.. input.Command.Skip(1)];

        // Before the press: it would be for nothing.
        ProgramPath.Find(program, context.Host.Environment);
        if (!OperatingSystem.IsWindows())
        {
            ArgumentBytes.Of(program, arguments);
        }

        SessionResult session = await SessionAccess.GetAsync(input.Session, context, cancel);
        Dictionary<string, string> environment =
            SessionVariables.AddTo(context.Host.Environment, session.Credentials, session.Region);
        string name = input.Session.Profile ?? session.Name;
        environment[ProfileVariable] = name;
        if (context.Terminal.IsValueCreated)
        {
            // A PIN may have been asked for, with the keys hidden.
            context.Terminal.Value?.ShowKeys();
        }

        if (isShell)
        {
            context.Messages.Note(
                $"a shell with the session of {name}, which lasts until {UtcText.Readable(session.Credentials.Expiration)}; exit ends it");
        }

        return (ExitStatus)await context.Host.Programs.RunAsync(new ProgramStart(program, arguments, environment));
    }

    /// <exception cref="CliException">This is such a shell already.</exception>
    private static string Shell(IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault(ProfileVariable) is { Length: > 0 } profile
            ? throw CliException.BadUsage(
                $"this shell has the session of {profile} already", "exit it first, or run one command: hwtoken exec PROFILE -- COMMAND")
            : environment.GetValueOrDefault(OperatingSystem.IsWindows() ? "ComSpec" : "SHELL") is { Length: > 0 } shell
                ? shell
                : OperatingSystem.IsWindows() ? "cmd.exe" : "/bin/sh";
}
