using System.CommandLine;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Sessions;
using HwToken.Base;
using HwToken.Cli.Help;
using HwToken.Cli.Options;
using HwToken.Cli.Sessions;
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Commands;

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
        using OwnerPrompt prompt = context.CreatePrompt();
        SessionService sessions = SessionAccess.CreateService(context, prompt);
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
            : throw new CliException(ExitStatus.Failed, $"there is no profile {name}, and no session of one", "hwtoken clear forgets all");
    }
}
