using HwToken.Cli.Help;
using HwToken.Cli.Options;
using HwToken.Cli.Secrets;
using HwToken.Cli.Terminal;
using HwToken.Cli.Tokens;
using HwToken.Client.Accounts;
using HwToken.Client.Errors;
using HwToken.Core.Protocol;
using Command = System.CommandLine.Command;

namespace HwToken.Cli.Commands;

/// <summary>Where an account's key comes from. Never from an argument: those are public.</summary>
internal enum KeySource
{
    Prompt,
    SecretOnStdin,
    UriOnStdin,
}

/// <param name="Name">Null only if the URI brings one.</param>
internal sealed record AddAccountInput(
    string? Name, KeySource Source, OtpAlgorithm Algorithm, int Digits, int Period, bool Replace);

/// <summary><c>hwtoken accounts add NAME</c>.</summary>
internal static class AddAccountCommand
{
    private const string Secret = "one key";
    private const string Uri = "one otpauth URI";

    public static Command Create(CommandRunner run)
    {
        var options = new AddAccountOptions();
        var command = new DocumentedCommand(
            "add",
            "Store an account and its key on the token, after a press",
            """
            The key is base32, as AWS and others show it beside their QR code; blanks, dashes and lower case do not matter.
            It is asked for on the terminal and not shown, or read from stdin; an argument could be read by every user of
            this computer. Once stored, no command reads it back.

            Examples:
              hwtoken accounts add arn:aws:iam::123456789012:mfa/alice
              pass show aws/alice-mfa | hwtoken accounts add arn:aws:iam::123456789012:mfa/alice --secret-stdin
              zbarimg -q --raw qr.png | hwtoken accounts add --uri-stdin
            """)
        {
            MisuseHint = "a key is never an argument, since every user of this computer can read those: "
                + "type it, or pipe it in with --secret-stdin",
        };
        options.AddTo(command);
        run.SetAction(command, options.Read, ExecuteAsync);
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(AddAccountInput input, CliContext context, CancellationToken cancel)
    {
        // Before the token is opened: nobody else should have to wait for somebody who types.
        using NewAccount account = await ReadAsync(input, context, cancel);
        try
        {
            await TokenSession.UseAsync(context, async (token, prompt) =>
            {
                await token.PutAccountAsync(
                    new TokenAccount(account.Name, account.Algorithm, account.Digits, account.Period),
                    account.Key,
                    input.Replace,
                    OwnerProgress.Press(prompt, $"store {account.Name}"),
                    cancel);
                return 0;
            }, cancel);
        }
        catch (TokenException e) when (e.Status == Status.AccountExists)
        {
            throw new CliException(
                ExitStatus.TokenRefused, e.Message, "choose another name, or put the new key in the old one's place with --replace");
        }

        context.Messages.Note($"{account.Name} is on the token");
        return ExitStatus.Done;
    }

    private static async Task<NewAccount> ReadAsync(AddAccountInput input, CliContext context, CancellationToken cancel)
    {
        if (input.Source == KeySource.UriOnStdin)
        {
            using SecretText uri = await SecretText.ReadAsync(context.Host.Input, NewAccount.MaxUriLength, Uri, cancel);
            NewAccount account = NewAccount.FromUri(input.Name, uri);
            AccountName.Checked(account.Name);
            return account;
        }

        using SecretText secret = input.Source == KeySource.SecretOnStdin
            ? await SecretText.ReadAsync(context.Host.Input, NewAccount.MaxSecretLength, Secret, cancel)
            : await AskAsync(input.Name!, context, cancel);
        return NewAccount.FromSecret(input.Name!, secret, input.Algorithm, input.Digits, input.Period);
    }

    private static async Task<SecretText> AskAsync(string name, CliContext context, CancellationToken cancel)
    {
        if (context.Terminal.Value is not { CanRead: true } terminal)
        {
            throw CliException.BadUsage("there is no terminal to ask for the key on", "pipe it in with --secret-stdin or --uri-stdin");
        }

        string prompt = $"Key of {Output.Printable.Of(name)} (base32, not shown): ";
        using TypedLine line = await TypedLine.ReadAsync(terminal, prompt, hidden: true, NewAccount.MaxSecretLength, cancel);
        return SecretText.Of(line.Text);
    }
}
