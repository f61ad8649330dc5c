using HwToken.Aws.Codes;
using HwToken.Aws.Model;
using HwToken.Base;
using HwToken.Cli.Commands;
using HwToken.Cli.Terminal;
using HwToken.Cli.Tokens;
using HwToken.Client;
using HwToken.Client.Accounts;
using HwToken.Client.Model;

namespace HwToken.Cli.Sessions;

/// <summary>Gets a code for <see cref="CodeCommand"/>: that of an AWS device by the ledger that the sessions keep.</summary>
internal sealed class CodeAccess(CodeInput input, CliContext context, OwnerPrompt prompt)
{
    /// <summary>Time enough to paste a code and press Enter.</summary>
    public const int MinimumSecondsLeft = 5;

    /// <summary>Who asks, on the token's screen.</summary>
    private const string Asker = "hwtoken code";

    private readonly TokenAccess _tokens = new(context, prompt);

    private int SecondsLeft => input.Any ? 0 : MinimumSecondsLeft;

    /// <exception cref="Client.Errors.TokenClientException">No token, no such account, or its answer is no.</exception>
    /// <exception cref="AwsException">Likewise, of an AWS device's account.</exception>
    public async Task<(string Account, MfaCode Code)> GetAsync(CancellationToken cancel)
    {
        (TokenAccount account, MfaCode? code) = await FindAsync(cancel);
        return (account.Name, code ?? await TakeAsync(account, cancel));
    }

    /// <summary>
    /// Looks the account up, and asks for its code right there unless AWS takes it once: a device's turn is waited for
    /// without the port, since whoever has the turn is going to want the port.
    /// </summary>
    private async Task<(TokenAccount Account, MfaCode? Code)> FindAsync(CancellationToken cancel)
    {
        await using TokenClient token = await _tokens.ConnectAsync(cancel);
        return await LockedToken.RunAsync<(TokenAccount, MfaCode?)>(context, token, prompt, async () =>
        {
            IReadOnlyList<TokenAccount> accounts = await token.ListAccountsAsync(cancel);
            TokenAccount account = input.MfaSerial is string serial
                ? AccountLookup.Named(serial, accounts)
                : AccountLookup.Find(input.Name, accounts);
            return (account, DeviceOf(account) is null ? await AskAsync(token, account, cancel) : null);
        }, cancel);
    }

    private async Task<MfaCode> AskAsync(TokenClient token, TokenAccount account, CancellationToken cancel)
    {
        var request = new CodeRequest(account.Name) { Text = Asker, MinimumSecondsLeft = SecondsLeft };
        return await token.GetCodeAsync(request, OwnerProgress.Press(prompt, RequestFor(account)), cancel);
    }

    private async Task<MfaCode> TakeAsync(TokenAccount account, CancellationToken cancel)
    {
        var service = new CodeService(
            HostEnvironment.Of(context.Host.Environment),
            new TokenCodeSource(context, _tokens, prompt) { MinimumSecondsLeft = SecondsLeft, Request = RequestFor(account) },
            context.Host.Time,
            new SessionProgressPrinter(prompt));
        CodeResult result = await service.GetAsync(DeviceOf(account)!.Arn, Asker, cancel);
        prompt.Clear();
        SessionAccess.Warn(result.Warnings, context);
        return result.Code;
    }

    /// <summary>The AWS device whose account it is; null if it is none, by its name or by its time step.</summary>
    private static MfaSerial? DeviceOf(TokenAccount account) =>
        account.Period == MfaCodeRequest.AwsPeriodSeconds ? MfaSerial.OfAccount(account.Name) : null;

    private static string RequestFor(TokenAccount account) => $"code of {account.Name}";
}
