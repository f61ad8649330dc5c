// Gets a session for the commands that need one.
using HwToken.Aws.Model;
using HwToken.Aws.Sessions;
using HwToken.Base;
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Running;
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Sessions;

/// <summary>Gets AWS sessions for commands: the library's service, wired to the token and to the person.</summary>
internal static class SessionAccess
{
    /// <param name="notifies">As for <see cref="CliContext.CreatePrompt"/>.</param>
    /// <exception cref="AwsException">No session.</exception>
    public static async Task<SessionResult> GetAsync(
        SessionInput input, CliContext context, CancellationToken cancel, bool renew = false, bool notifies = false)
    {
        // Not before there is something to say: a session that is kept is handed out in silence.
        OwnerPrompt? prompt = null;
        SessionService service = CreateService(context, () => prompt ??= context.CreatePrompt(notifies));
        SessionRequest request = ProcessLine.RequestOf(input, context, out string? region) with { Renew = renew };
        SessionResult session;
        try
        {
            session = await service.GetAsync(request, cancel);
        }
        catch (AwsException e) when (e.Kind == FailureKind.DurationOutOfRange && input.Duration is not null)
        {
            throw CliException.BadUsage(e.Message, e.Hint);
        }
        finally
        {
            prompt?.Dispose();
        }

        context.Trace.Write($"session from {session.Source}, access key {new Trace.Public(session.Credentials.AccessKeyId)}, until {session.Credentials.Expiration}");
        SessionProgressPrinter.Warn(session.Warnings, context);
        // Not to the programs that run credential-process: they load the profile, and some pass its stderr on.
        if (!notifies)
        {
            Advise(input.Profile, context);
        }

        return session with { Region = session.Region ?? region };
    }

    /// <summary>Says which SDKs cannot load a profile, if any, and what to write.</summary>
    public static void Advise(string? profile, CliContext context)
    {
        if (profile is not null && ProfileAdvice.On(profile, context.Host) is { } advice)
        {
            context.Messages.Error(advice.Message, advice.Hint);
        }
    }

    /// <summary>Prints what a command was asked for, once it has the session.</summary>
    /// <exception cref="CliException">stdout does not take it; said is what became of the session.</exception>
    public static void Print(SessionResult session, Action print)
    {
        try
        {
            print();
        }
        catch (CliException e) when (!session.Warnings.Any(w => w.Kind is WarningKind.SessionNotKept or WarningKind.NotRenewed))
        {
            throw new CliException(e.Status, e.Message, "the session is kept: the same command prints it without a press");
        }
    }

    public static SessionService CreateService(CliContext context, Func<OwnerPrompt> createPrompt) => new(
        HostEnvironment.Of(context.Host.Environment),
        new TokenCodeSource(context, createPrompt),
        context.Host.Time,
        new SessionProgressPrinter(createPrompt));
}
