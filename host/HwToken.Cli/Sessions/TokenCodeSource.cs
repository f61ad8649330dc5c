using HwToken.Aws;
using HwToken.Aws.Codes;
using HwToken.Cli.Terminal;
using HwToken.Cli.Tokens;
using HwToken.Client;
using HwToken.Client.Errors;
using AwsMfaCode = HwToken.Aws.Codes.MfaCode;
using MfaCode = HwToken.Client.MfaCode;
using TokenKind = HwToken.Client.Errors.FailureKind;

namespace HwToken.Cli.Sessions;

/// <summary>Where AWS's MFA codes come from: the token, which is looked for only now.</summary>
internal sealed class TokenCodeSource(CliContext context, TokenAccess tokens, OwnerPrompt prompt) : ICodeSource
{
    /// <summary>How long a code must still be good for: on its way to STS, until it gets there.</summary>
    public int MinimumSecondsLeft { get; init; } = 3;

    /// <summary>What the prompt says that the press is for, where that is not what the token's screen says.</summary>
    public string? Request { get; init; }

    public async Task<AwsMfaCode> GetCodeAsync(MfaCodeRequest request, CancellationToken cancellation)
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
            MfaCode code = await LockedToken.RunAsync(
                context,
                token,
                prompt,
                () => token.GetCodeAsync(wanted, progress, cancellation),
                cancellation);
            return Of(code);
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

    public static AwsMfaCode Of(MfaCode code) => new(code.Reveal(), code.TimeStep, (int)code.TimeLeft.TotalSeconds);

    private static Aws.FailureKind KindOf(TokenKind kind) => kind switch
    {
        TokenKind.NoToken => Aws.FailureKind.TokenMissing,
        TokenKind.Refused => Aws.FailureKind.TokenRefused,
        _ => Aws.FailureKind.TokenFailed,
    };
}
