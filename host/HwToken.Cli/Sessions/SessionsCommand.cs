// hwtoken sessions and hwtoken clear: the sessions that are kept.
using System.CommandLine;
using HwToken.Aws.Cache;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Sessions;
using HwToken.Base;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Running;

namespace HwToken.Cli.Sessions;

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
        IReadOnlyList<KeptSession> sessions = SessionAccess.CreateService(context, () => context.CreatePrompt()).List(
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

internal sealed record ClearInput(string? Profile);

/// <summary><c>hwtoken clear [PROFILE]</c>: forgets sessions that are kept on this computer.</summary>
internal static class ClearCommand
{
    public static Command Create(CommandRunner run, Host host)
    {
        var profile = new Argument<string?>("PROFILE")
        {
            Description = "Forget this profile's sessions [default: all, whatever $AWS_PROFILE says]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        profile.CompletionSources.Add(_ => SessionOptions.ProfileNames(host));
        var command = new DocumentedCommand(
            "clear",
            "Forget sessions that are kept on this computer",
            """
            AWS does not end a session before its time: what was handed out before goes on working. To end it there, revoke
            the role's sessions or deactivate the access key.
            """)
        {
            profile,
        };
        run.SetAction(command, parse => new ClearInput(parse.GetValue(profile)), ExecuteAsync);
        return command;
    }

    private static Task<ExitStatus> ExecuteAsync(ClearInput input, CliContext context, CancellationToken cancel)
    {
        SessionService sessions = SessionAccess.CreateService(context, () => context.CreatePrompt());
        int count = input.Profile is string name
            ? Forget(name, sessions, context)
            : sessions.ForgetAll();
        if (context.Global.Json)
        {
            context.Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("forgotten", count);
                json.WriteEndObject();
            });
        }
        else
        {
            context.Messages.Note(count == 1 ? "1 session forgotten" : $"{count} sessions forgotten");
        }

        return Task.FromResult(ExitStatus.Done);
    }

    private static int Forget(string name, SessionService sessions, CliContext context)
    {
        SessionRequest request = ProcessLine.RequestOf(new SessionInput { Profile = name }, context, out _);
        int count = sessions.Forget(request);
        SessionAccess.Advise(name, context);
        return count > 0 || new ProfileFiles(HostEnvironment.Of(context.Host.Environment)).Names.Contains(name)
            ? count
            : throw new CliException(ExitStatus.Failed, $"no profile {name}, and no session of it", "hwtoken clear forgets all");
    }
}
