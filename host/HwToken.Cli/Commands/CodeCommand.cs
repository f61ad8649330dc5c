using System.CommandLine;
using HwToken.Cli.Help;
using HwToken.Cli.Terminal;
using HwToken.Cli.Tokens;
using HwToken.Client;
using HwToken.Client.Accounts;

namespace HwToken.Cli.Commands;

/// <param name="Name">As the person wrote it; null for the only account there is.</param>
/// <param name="MfaSerial">The account's whole name instead.</param>
/// <param name="Any">Whether a code that ends at once will do.</param>
internal sealed record CodeInput(string? Name, string? MfaSerial, bool Any);

/// <summary><c>hwtoken code</c>: an MFA code, on stdout.</summary>
internal static class CodeCommand
{
    /// <summary>Time enough to paste a code and press Enter.</summary>
    private const int MinimumSecondsLeft = 5;

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
            Description = $"Take a code that ends in less than {MinimumSecondsLeft} s, instead of waiting for the next",
        };
        var command = new DocumentedCommand(
            "code",
            "Print an MFA code, after a press",
            """
            Prints the code and a line feed, nothing else. With --json also which account it is of, its time step
            (RFC 6238) and how many seconds it is still good for.

            Examples:
              hwtoken code github
              aws sts get-session-token --serial-number "$ARN" --token-code "$(hwtoken code --mfa-serial "$ARN")"
            """)
        {
            name, mfaSerial, any,
        };
        run.SetAction(
            command, parse => Checked(new CodeInput(parse.GetValue(name), parse.GetValue(mfaSerial), parse.GetValue(any))), ExecuteAsync);
        return command;
    }

    private static CodeInput Checked(CodeInput input) => input is { Name: not null, MfaSerial: not null }
        ? throw CliException.BadUsage("NAME and --mfa-serial both name an account", "give one of the two")
        : input;

    private static async Task<ExitStatus> ExecuteAsync(CodeInput input, CliContext context, CancellationToken cancel)
    {
        (string account, MfaCode code) = await TokenSession.UseAsync(
            context,
            (token, prompt) => LockedToken.RunAsync(context, token, prompt, () => AskAsync(input, token, prompt, cancel), cancel),
            cancel);
        Print(account, code, context);
        return ExitStatus.Done;
    }

    private static async Task<(string Account, MfaCode Code)> AskAsync(
        CodeInput input, TokenClient token, OwnerPrompt prompt, CancellationToken cancel)
    {
        string account = input.MfaSerial is string arn
            ? MfaSerial.NameOf(arn)
            : await AccountLookup.ResolveAsync(token, input.Name, cancel);
        var request = new CodeRequest(account)
        {
            Text = "hwtoken code",
            MinimumSecondsLeft = input.Any ? 0 : MinimumSecondsLeft,
        };
        return (account, await token.GetCodeAsync(request, OwnerProgress.Press(prompt, $"code of {account}"), cancel));
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
                json.WriteNumber("secondsLeft", (long)code.TimeLeft.TotalSeconds);
                json.WriteEndObject();
            });
        }
        else
        {
            context.Output.Line(code.Reveal());
        }
    }
}
