using System.CommandLine;
using HwToken.Aws.Cache;
using HwToken.Cli.Help;
using HwToken.Cli.Options;
using HwToken.Cli.Output;
using HwToken.Cli.Sessions;
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Commands;

/// <summary><c>hwtoken sessions</c>: which sessions are kept on this computer, and for how long.</summary>
internal static class SessionsCommand
{
    public static Command Create(CommandRunner run, Host host)
    {
        var command = new DocumentedCommand(
            "sessions",
            "List the sessions that are kept on this computer",
            """
            Columns: the profiles that get the session now, its identity, the time left, and its end. The identity is a
            role's session, or the MFA device of a user. A session that has ended is left out, and so are all secrets.

            A session with less than 16 minutes left, or less than half its time if it is a short one, is still here, but
            the next command that wants it asks for a new one.
            """);
        run.SetAction(command, _ => 0, (_, context, _) => Task.FromResult(Execute(host, context)));
        return command;
    }

    private static ExitStatus Execute(Host host, CliContext context)
    {
        using OwnerPrompt prompt = context.CreatePrompt();
        IReadOnlyList<KeptSession> sessions = SessionAccess.CreateService(context, prompt).List(
            SessionOptions.ProfileNames(host)
                .Select(name => (name, ProcessLine.RequestOf(new SessionInput { Profile = name }, context, out _))));
        DateTimeOffset now = host.Time.GetUtcNow();
        if (context.Global.Json)
        {
            WriteJson(sessions, now, context);
        }
        else if (sessions.Count == 0)
        {
            context.Messages.Note("no session is kept: 'hwtoken login' fetches one");
        }
        else
        {
            var table = new Table("PROFILE", "IDENTITY", "TIME LEFT", "UNTIL");
            foreach (KeptSession session in sessions)
            {
                table.Add(
                    string.Join(", ", session.Profiles), session.Identity, TimeLeft(session.Expiration - now), UtcText.Iso(session.Expiration));
            }

            context.Output.Write(table);
        }

        return ExitStatus.Done;
    }

    /// <summary>Minutes, until only seconds are left.</summary>
    private static string TimeLeft(TimeSpan left) => Duration.Text(
        left < TimeSpan.FromMinutes(1) ? left : TimeSpan.FromMinutes(Math.Floor(left.TotalMinutes)));

    private static void WriteJson(IReadOnlyList<KeptSession> sessions, DateTimeOffset now, CliContext context) =>
        context.Output.Json(json =>
        {
            json.WriteStartArray();
            foreach (KeptSession session in sessions)
            {
                json.WriteStartObject();
                json.WriteStartArray("profiles");
                foreach (string profile in session.Profiles)
                {
                    json.WriteStringValue(profile);
                }

                json.WriteEndArray();
                json.WriteString("identity", session.Identity);
                json.WriteString("mfaSerial", session.MfaSerial);
                json.WriteString("roleArn", session.RoleArn);
                json.WriteString("accountId", session.AccountId);
                json.WriteString("accessKeyId", session.AccessKeyId);
                json.WriteString("region", session.Region);
                json.WriteString("endpointUrl", session.EndpointUrl);
                json.WriteNumber("secondsLeft", (long)(session.Expiration - now).TotalSeconds);
                json.WriteString("expiration", UtcText.Iso(session.Expiration));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
}
