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

/// <summary>Where AWS sessions get their MFA codes: the token, which is looked for only now.</summary>
internal sealed class TokenCodeSource(CliContext context, TokenAccess tokens, OwnerPrompt prompt) : ICodeSource
{
    /// <summary>A code on its way to STS must still be good when it gets there.</summary>
    private const int MinimumSecondsLeft = 3;

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
            MfaCode code = await LockedToken.RunAsync(
                context,
                token,
                prompt,
                () => token.GetCodeAsync(wanted, OwnerProgress.Press(prompt, request.Reason), cancellation),
                cancellation);
            return new AwsMfaCode(code.Reveal(), code.TimeStep, (int)code.TimeLeft.TotalSeconds);
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

    private static Aws.FailureKind KindOf(TokenKind kind) => kind switch
    {
        TokenKind.NoToken => Aws.FailureKind.TokenMissing,
        TokenKind.Refused => Aws.FailureKind.TokenRefused,
        _ => Aws.FailureKind.TokenFailed,
    };
}
