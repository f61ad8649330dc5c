// hwtoken login.
using System.CommandLine;
using HwToken.Aws.Model;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Running;

namespace HwToken.Cli.Sessions;

/// <summary><c>hwtoken login [PROFILE]</c>: a new session now, so that nothing asks later.</summary>
internal static class LoginCommand
{
    public static Command Create(CommandRunner run, Host host)
    {
        var session = new SessionOptions(host);
        var command = new DocumentedCommand(
            "login",
            "Fetch a new session now",
            """
            Always asks for a press, so that the session lasts for its whole time from now on. What the other commands get
            afterwards is this session, as long as they ask for the same role, device and duration.

            Example:
              hwtoken login prod --duration 12h
            """);
        session.AddTo(command);
        run.SetAction(command, session.Read, ExecuteAsync);
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(SessionInput input, CliContext context, CancellationToken cancel)
    {
        SessionResult session = await SessionAccess.GetAsync(input, context, cancel, renew: true);
        string name = input.Profile ?? session.Name;
        DateTimeOffset end = session.Credentials.Expiration;
        if (context.Global.Json)
        {
            context.Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("profile", name);
                json.WriteString("accessKeyId", session.Credentials.AccessKeyId);
                json.WriteString("accountId", session.Credentials.AccountId);
                json.WriteString("expiration", UtcText.Iso(end));
                json.WriteEndObject();
            });
        }
        else
        {
            TimeSpan left = end - context.Host.Time.GetUtcNow();
            context.Messages.Note(
                $"the session of {name} lasts until {UtcText.Readable(end)} ({Duration.Text(TimeSpan.FromMinutes(Math.Floor(left.TotalMinutes)))} from now)");
        }

        return ExitStatus.Done;
    }
}
