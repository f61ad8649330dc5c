// hwtoken export.
using System.CommandLine;
using HwToken.Aws.Formats;
using HwToken.Aws.Model;
using HwToken.Cli.Errors;
using HwToken.Cli.Running;

namespace HwToken.Cli.Sessions;

internal sealed record ExportInput(SessionInput Session, CredentialFormat Format);

/// <summary><c>hwtoken export [PROFILE]</c>: a session as text for a shell, a file or a program.</summary>
internal static class ExportCommand
{
    private const string DefaultFormat = "process";

    public static Command Create(CommandRunner run, Host host)
    {
        var session = new SessionOptions(host);
        var format = new Option<string?>("--format")
        {
            Description = $"{string.Join(", ", CredentialFormatName.All)} [default: {DefaultFormat}]",
            HelpName = "FORMAT",
        };
        format.CompletionSources.Add([.. CredentialFormatName.All]);
        var command = new DocumentedCommand(
            "export",
            "Print a session's credentials in a format of your choice",
            """
            Formats have the names of 'aws configure export-credentials': process (alias json) is what credential_process
            prints, env and env-no-export are for sh and its kin, ini is a section of a credentials file.

            Examples:
              eval "$(hwtoken export prod --format env)"
              hwtoken export prod --format fish | source
              hwtoken export prod --format powershell | Out-String | Invoke-Expression
            """);
        session.AddTo(command);
        command.Options.Add(format);
        run.SetAction(command, parse => new ExportInput(session.Read(parse), Format(parse.GetValue(format))), ExecuteAsync);
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(ExportInput input, CliContext context, CancellationToken cancel)
    {
        context.Output.RequireOpen();
        SessionResult session = await SessionAccess.GetAsync(input.Session, context, cancel);
        string name = input.Session.Profile ?? session.Name;
        SessionAccess.Print(
            session, () => context.Output.Write(CredentialPrinter.Print(input.Format, session.Credentials, session.Region, name)));
        return ExitStatus.Done;
    }

    private static CredentialFormat Format(string? name) =>
        CredentialFormatName.Parse(name ?? DefaultFormat)
        ?? throw CliException.BadUsage($"unknown format '{name}'", $"write one of {string.Join(", ", CredentialFormatName.All)}");
}
