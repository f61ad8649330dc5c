using System.CommandLine;
using HwToken.Base;
using HwToken.Cli.Help;
using HwToken.Cli.Sessions;
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Commands;

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
            here and to the commands that get sessions: whoever wants another within the 30 s gets the next one, which the
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
