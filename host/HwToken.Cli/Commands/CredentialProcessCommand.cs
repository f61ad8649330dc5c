using System.CommandLine;
using HwToken.Aws.Formats;
using HwToken.Aws.Sessions;
using HwToken.Cli.Help;
using HwToken.Cli.Options;
using HwToken.Cli.Sessions;

namespace HwToken.Cli.Commands;

/// <summary><c>hwtoken credential-process</c>: what the AWS CLI and the SDKs run to get credentials.</summary>
internal static class CredentialProcessCommand
{
    public static Command Create(CommandRunner run, Host host)
    {
        var session = new SessionOptions(host, isProfileRequired: false);
        var command = new DocumentedCommand(
            "credential-process",
            "Hand a session to the AWS CLI or an SDK that asks for it",
            """
            For the config file's credential_process, which wants an absolute path. The long-term keys belong to another
            profile: callers that find keys beside a credential_process take the keys.

            Example:
              [profile work]
              source_profile = alice-keys
              mfa_serial = arn:aws:iam::123456789012:mfa/alice
              credential_process = /usr/local/bin/hwtoken credential-process work
              [profile alice-keys]
              aws_access_key_id = ...

            With a role everything is on the line, because callers that find a role_arn assume it themselves:
              [profile admin]
              credential_process = /usr/local/bin/hwtoken credential-process work --role-arn ARN

            What such a line says, 'hwtoken exec admin' and the others do, too.

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
        SessionResult session = await SessionAccess.GetAsync(input, context, cancel, notifies: true);
        context.Output.Write(CredentialPrinter.Print(CredentialFormat.Process, session.Credentials, session.Region, ""));
        return ExitStatus.Done;
    }
}
