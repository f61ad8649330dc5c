using HwToken.Aws.Model;
using HwToken.Base;
using HwToken.Cli.Terminal;
using HwToken.Cli.Tokens;
using HwToken.Client;
using HwToken.Client.Errors;
using HwToken.Client.Model;

namespace HwToken.Cli.Sessions;

/// <summary>Where AWS's MFA codes come from: the token, which is looked for only now.</summary>
internal sealed class TokenCodeSource(CliContext context, TokenAccess tokens, OwnerPrompt prompt) : ICodeSource
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
        try
        {
            await using TokenClient token = await tokens.ConnectAsync(cancellation);
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
