using System.CommandLine;
using HwToken.Aws.Formats;
using HwToken.Aws.Sessions;
using HwToken.Cli.Help;
using HwToken.Cli.Options;
using HwToken.Cli.Programs;
using HwToken.Cli.Sessions;

namespace HwToken.Cli.Commands;

internal sealed record ExecInput(SessionInput Session, string Program, IReadOnlyList<string> Arguments);

/// <summary><c>hwtoken exec PROFILE -- COMMAND...</c>: runs a program that has a session and no other credentials.</summary>
internal static class ExecCommand
{
    public static Command Create(CommandRunner run, Host host)
    {
        var session = new SessionOptions(host, isProfileRequired: true);
        var program = new Argument<string[]>("COMMAND")
        {
            Description = "The program and its arguments, after --",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new DocumentedCommand(
            "exec",
            "Run a program with a session's credentials in its environment",
            """
            The program gets AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_CREDENTIAL_EXPIRATION and,
            where known, AWS_ACCOUNT_ID, AWS_REGION and AWS_DEFAULT_REGION; other AWS credentials and AWS_PROFILE are taken out of
            its environment. It takes hwtoken's place, so that signals reach it and its exit status is what the caller
            gets; on Windows hwtoken waits for it. If it is not there the status is 127, if it cannot be run 126.

            Example:
              hwtoken exec prod -- aws s3 ls
              hwtoken exec prod --duration 1h -- terraform apply
            """)
        {
            MisuseHint = "put -- in front of the command, so that its options are its own",
        };
        session.AddTo(command);
        command.Arguments.Add(program);
        run.SetAction(
            command,
            parse =>
            {
                string[] words = parse.GetRequiredValue(program);
                return new ExecInput(session.Read(parse), words[0], words[1..]);
            },
            ExecuteAsync);
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(ExecInput input, CliContext context, CancellationToken cancel)
    {
        // Before the press: it would be for nothing.
        ProgramPath.Find(input.Program, context.Host.Environment);
        if (!OperatingSystem.IsWindows())
        {
            ArgumentBytes.Of(input.Program, input.Arguments);
        }

        SessionResult session = await SessionAccess.GetAsync(input.Session, context, cancel);
        var start = new ProgramStart(
            input.Program,
            input.Arguments,
            SessionVariables.AddTo(context.Host.Environment, session.Credentials, session.Region));
        if (context.Terminal.IsValueCreated)
        {
            // A PIN may have been asked for, with the keys hidden.
            context.Terminal.Value?.ShowKeys();
        }

        return (ExitStatus)await context.Host.Programs.RunAsync(start);
    }
}
