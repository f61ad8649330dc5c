// hwtoken credential-process.
using System.CommandLine;
using HwToken.Aws.Formats;
using HwToken.Aws.Model;
using HwToken.Cli.Errors;
using HwToken.Cli.Running;

namespace HwToken.Cli.Sessions;

/// <summary><c>hwtoken credential-process</c>: what the AWS CLI and the SDKs run to get credentials.</summary>
internal static class CredentialProcessCommand
{
    public static Command Create(CommandRunner run, Host host)
    {
        var session = new SessionOptions(host);
        var command = new DocumentedCommand(
            "credential-process",
            "Hand a session to the AWS CLI or an SDK that asks for it",
            """
            For the config file's credential_process, which wants an absolute path, without blanks and quotes. The
            long-term keys belong to another profile: callers that find keys beside a credential_process take the keys.

            Example:
              [profile work]
              region = eu-central-1
              credential_process = /usr/local/bin/hwtoken credential-process --source-profile alice-keys --mfa-serial ARN

            Everything is on the line: the AWS SDKs for Go and .NET load no profile that has source_profile or mfa_serial
            beside it, and callers that find a role_arn assume the role themselves. For a role add --role-arn ARN.

            What such a line says, 'hwtoken exec work' and the others do, too.

            A session is kept in the cache folder until 16 minutes before its end; of many processes that want the same
            one at once, one asks for a press and the others wait. Prompts go to the terminal, or to the desktop's
            notifications; stdout has the JSON and nothing else.
            """);
        session.AddTo(command);
        run.SetAction(command, session.Read, ExecuteAsync);
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(SessionInput input, CliContext context, CancellationToken cancel)
    {
        context.Output.RequireOpen();
        SessionResult session = await SessionAccess.GetAsync(input, context, cancel, notifies: true);
        SessionAccess.Print(
            session,
            () => context.Output.Write(CredentialPrinter.Print(CredentialFormat.Process, session.Credentials, session.Region, "")));
        return ExitStatus.Done;
    }
}
