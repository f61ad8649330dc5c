// Codes of AWS MFA devices, from a token.
using HwToken.Aws.Model;
using HwToken.Base;
using HwToken.Cli.Running;
using HwToken.Cli.Terminal;
using HwToken.Client;
using HwToken.Client.Errors;
using HwToken.Client.Model;

namespace HwToken.Cli.Access;

/// <summary>Where AWS's MFA codes come from: the token, which is looked for only now.</summary>
internal sealed class TokenCodeSource(CliContext context, Func<OwnerPrompt> createPrompt) : ICodeSource
{
    /// <summary>How long a code must still be good for: on its way to STS, until it gets there.</summary>
    public int MinimumSecondsLeft { get; init; } = 3;

    /// <summary>What the prompt says that the press is for, where that is not what the token's screen says.</summary>
    public string? Request { get; init; }

    public async Task<MfaCode> GetCodeAsync(MfaCodeRequest request, CancellationToken cancellation)
    {
        var wanted = new CodeRequest(request.MfaSerial)
        {
            Text = request.Reason,
            MinimumSecondsLeft = MinimumSecondsLeft,
            NotBeforeStep = request.AfterTimeStep + 1 ?? 0,
        };
        OwnerPrompt prompt = createPrompt();
        try
        {
            await using TokenClient token = await new TokenAccess(context, prompt).ConnectAsync(cancellation);
            string purpose = Request ?? request.Reason;
            OwnerProgress progress = request.FollowsRefusal
                ? OwnerProgress.PressAgain(prompt, purpose)
                : OwnerProgress.Press(prompt, purpose);
            return await LockedToken.RunAsync(
                context,
                token,
                prompt,
                () => token.GetCodeAsync(wanted, progress, cancellation),
                cancellation);
        }
        catch (TokenClientException e)
        {
            throw new AwsException(KindOf(e.Kind), e.Message, e.Hint);
        }
        finally
        {
            prompt.Clear();
        }
    }

    private static FailureKind KindOf(TokenFailure kind) => kind switch
    {
        TokenFailure.NoToken => FailureKind.TokenMissing,
        TokenFailure.Refused => FailureKind.TokenRefused,
        _ => FailureKind.TokenFailed,
    };
}

/// <summary>Shows what a session waits for; the token itself tells when the owner is asked.</summary>
internal sealed class SessionProgressPrinter(Func<OwnerPrompt> createPrompt) : IProgress<SessionProgress>
{
    private const string ForSession = "waiting for another hwtoken that is getting this session";
    private const string ForDevice = "waiting for another hwtoken that uses a code of this device";

    public void Report(SessionProgress value)
    {
        OwnerPrompt prompt = createPrompt();
        switch (value)
        {
            case SessionProgress.WaitingForSession:
                prompt.Announce(ForSession);
                break;
            case SessionProgress.WaitingForSessionToo:
                prompt.Show(ForSession);
                break;
            case SessionProgress.WaitingForDevice:
                prompt.Announce(ForDevice);
                break;
            case SessionProgress.WaitingForDeviceToo:
                prompt.Show(ForDevice);
                break;
            case SessionProgress.AskingForNextCode:
                prompt.Show("the present code is used up: the next one is asked for");
                break;
            case SessionProgress.AskingForCode:
            case SessionProgress.AskingAfterRefusal:
            case SessionProgress.CallingSts:
            default:
                prompt.Clear();
                break;
        }
    }

    public static void Warn(IReadOnlyList<SessionWarning> warnings, CliContext context)
    {
        foreach (SessionWarning warning in warnings)
        {
            context.Messages.Error(warning.Message, warning.Hint);
        }
    }
}
