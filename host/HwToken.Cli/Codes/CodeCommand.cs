// hwtoken code.
using System.CommandLine;
using HwToken.Aws.Codes;
using HwToken.Aws.Model;
using HwToken.Base;
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Running;
using HwToken.Cli.Terminal;
using HwToken.Client;
using HwToken.Client.Accounts;
using HwToken.Client.Model;

namespace HwToken.Cli.Codes;

/// <param name="Name">As the person wrote it; null for the only account there is.</param>
/// <param name="MfaSerial">The account's whole name instead.</param>
/// <param name="Any">Whether a code that ends at once will do.</param>
internal sealed record CodeInput(string? Name, string? MfaSerial, bool Any);

/// <summary><c>hwtoken code</c>: an MFA code, on stdout.</summary>
internal static class CodeCommand
{
    public static Command Create(CommandRunner run)
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "The account, or a part of its name that no other has [default: the only one on the token]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var mfaSerial = new Option<string?>("--mfa-serial") { Description = "The account by its MFA serial ARN", HelpName = "ARN" };
        var any = new Option<bool>("--any")
        {
            Description = $"Take a code that ends in less than {CodeAccess.MinimumSecondsLeft} s, instead of waiting for the next",
        };
        var command = new DocumentedCommand(
            "code",
            "Print an MFA code, after a press",
            """
            Prints the code and a line feed, nothing else. With --json also which account it is of, its time step
            (RFC 6238) and how many seconds it is still good for.

            AWS takes a code once. So the codes of an account that is named by the ARN of its MFA device are given out once,
            here and to the commands that get sessions: a second request within the 30 s gets the next one, which the
            token waits for after the press.

            Examples:
              hwtoken code github
              aws sts get-session-token --serial-number "$ARN" --token-code "$(hwtoken code --mfa-serial "$ARN")"
            """)
        {
            name, mfaSerial, any,
        };
        run.SetAction(
            command,
            parse => Checked(new CodeInput(
                parse.GetValue(name), parse.GetValue(mfaSerial), parse.GetValue(any))),
            ExecuteAsync);
        return command;
    }

    private static CodeInput Checked(CodeInput input) => input is { Name: not null, MfaSerial: not null }
        ? throw CliException.BadUsage("NAME and --mfa-serial both name an account", "give one of the two")
        : input;

    private static async Task<ExitStatus> ExecuteAsync(CodeInput input, CliContext context, CancellationToken cancel)
    {
        context.Output.RequireOpen();
        using OwnerPrompt prompt = context.CreatePrompt();
        (string account, MfaCode code) = await new CodeAccess(input, context, prompt).GetAsync(cancel);
        prompt.Clear();
        try
        {
            Print(account, code, context);
        }
        catch (CliException e)
        {
            throw new CliException(e.Status, e.Message, "the code counts as used for an AWS account: ask for the next one");
        }

        return ExitStatus.Done;
    }

    private static void Print(string account, MfaCode code, CliContext context)
    {
        if (context.Global.Json)
        {
            context.Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("account", account);
                json.WriteString("code", code.Reveal());
                json.WriteNumber("timeStep", code.TimeStep);
                json.WriteNumber("secondsLeft", code.SecondsLeft);
                json.WriteEndObject();
            });
        }
        else
        {
            context.Output.Line(code.Reveal());
        }
    }
}

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
    /// without the port, since the process that has the turn needs the port.
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
            new TokenCodeSource(context, () => prompt) { MinimumSecondsLeft = SecondsLeft, Request = RequestFor(account) },
            context.Host.Time,
            new SessionProgressPrinter(() => prompt));
        CodeResult result = await service.GetAsync(DeviceOf(account)!.Arn, Asker, cancel);
        prompt.Clear();
        SessionProgressPrinter.Warn(result.Warnings, context);
        return result.Code;
    }

    /// <summary>The AWS device whose account it is; null if it is none, by its name or by its time step.</summary>
    private static MfaSerial? DeviceOf(TokenAccount account) =>
        account.Period == MfaCodeRequest.AwsPeriodSeconds ? MfaSerial.OfAccount(account.Name) : null;

    private static string RequestFor(TokenAccount account) => $"code of {account.Name}";
}
