using HwToken.Cli.Help;
using HwToken.Cli.Options;
using HwToken.Cli.Output;
using HwToken.Cli.Pictures;
using HwToken.Cli.Secrets;
using HwToken.Cli.Terminal;
using HwToken.Cli.Tokens;
using HwToken.Core.Otp;
using Command = System.CommandLine.Command;

namespace HwToken.Cli.Commands;

/// <summary>Where an account's key comes from. Never from an argument: those are public.</summary>
internal enum KeySource
{
    Prompt,
    SecretOnStdin,
    UriOnStdin,
    QrPicture,
    Generated,
}

/// <param name="Name">Null only if the URI brings one.</param>
internal sealed record AddAccountInput(
    string? Name, KeySource Source, OtpAlgorithm Algorithm, int Digits, int Period, bool Replace)
{
    /// <summary>Of <see cref="KeySource.QrPicture"/>: a file, or <see cref="PictureFile.StandardInput"/>.</summary>
    public string? Picture { get; init; }

    /// <summary>Of <see cref="KeySource.Generated"/>.</summary>
    public int GeneratedBytes { get; init; }

    /// <summary>Of <see cref="KeySource.Generated"/>: print an otpauth URI instead of base32.</summary>
    public bool AsUri { get; init; }

    public bool ShowCode { get; init; }

    /// <summary>Ports of further tokens.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}

/// <summary><c>hwtoken accounts add NAME</c>.</summary>
internal static class AddAccountCommand
{
    public static Command Create(CommandRunner run)
    {
        var options = new AddAccountOptions();
        var command = new DocumentedCommand(
            "add",
            "Store an account and its key on the token, after a press",
            """
            The key is base32, as AWS and others show it beside their QR code; blanks, dashes and lower case do not matter.
            It is asked for on the terminal and not shown, read from stdin, or from a picture of the QR code; an argument
            could be read by every user of this computer. It is not written to any file. Once stored, no command reads it
            back.

            Then the terminal says which codes the token must show now and next: press its button and compare, before the
            key is used for anything. Without a terminal, --show-code says it on stderr. stdout never has a code from here.

            The picture shows the key to whoever finds it: delete it when the account works. With --qr - it never becomes
            a file.

            --also gives several tokens the same key, for an account that must not depend on one of them. All are found
            and checked before the first stores anything; each asks for its own press. If one then fails, stderr says
            which have it and which have not, and how to go on; the exit status is that of the failure.

            --generate is for services that take a key (AWS makes its own). 20 bytes are the 160 bits that RFC 4226
            recommends. Once the token has stored it, the key goes to stdout, this one time, since the service needs it
            too: pipe it there, or copy it and clear the screen.

            An AWS account is named by the ARN of its MFA device, as mfa_serial has it. A name on the token has 64 bytes;
            for a longer ARN stands 123456789012:alice, the AWS account's number and the device's name, with the partition
            in front where it is not aws (us-gov/123456789012:alice). Every command still takes the ARN. A QR code of AWS has
            another name (Amazon Web Services:alice@123456789012), by which no AWS command looks: give NAME with it.

            Examples:
              hwtoken accounts add arn:aws:iam::123456789012:mfa/alice
              pass show aws/alice-mfa | hwtoken accounts add arn:aws:iam::123456789012:mfa/alice --secret-stdin
              hwtoken accounts add arn:aws:iam::123456789012:mfa/alice --qr screenshot.png
              wl-paste --type image/png | hwtoken accounts add arn:aws:iam::123456789012:mfa/alice --qr -
              hwtoken --port /dev/ttyUSB0 accounts add arn:aws:iam::123456789012:mfa/root --also /dev/ttyUSB1
              hwtoken accounts add vpn:alice --generate --uri | qrencode -t ansiutf8
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
        if (input.Source == KeySource.Generated)
        {
            context.Output.RequireOpen();
        }

        // Before the token is opened: nobody else should have to wait for somebody who types.
        using NewAccount account = await AccountSource.ReadAsync(input, context, cancel);
        using OwnerPrompt prompt = context.CreatePrompt();
        await TokenSession.UseAllAsync(context, prompt, input.Also, async tokens =>
        {
            var storing = new AccountStoring(tokens, account, input.Replace, prompt, context.Messages);
            await storing.CheckAsync(cancel);
            await storing.StoreAsync(cancel);
            storing.WarnOfClocks();
        }, cancel);
        if (AccountName.NoteOf(account.Name) is string note)
        {
            context.Messages.Note(note);
        }

        if (account.IsGenerated)
        {
            context.Messages.Note(
                $"stdout has the key of {account.Name}, this one time: give it to the service, and keep it nowhere else");
            GeneratedKey.Print(account, input.AsUri, context);
        }

        if (input.Picture is not (null or PictureFile.StandardInput))
        {
            context.Messages.Note($"{input.Picture} shows the key: delete it when the account works, and every copy of it");
        }

        ShowCodes(account, input.ShowCode, context);
        return ExitStatus.Done;
    }

    private static void ShowCodes(NewAccount account, bool always, CliContext context)
    {
        // Not stdout: a code there would be data, and this one is for eyes that look at the token.
        if (context.Terminal.Value is ITerminal terminal)
        {
            terminal.Write(Printable.Of(Text()) + "\n");
        }
        else if (always)
        {
            context.Messages.Note(Text());
        }

        string Text()
        {
            ExpectedCodes codes = ExpectedCodes.Of(account, context.Host.Time.GetUtcNow());
            return $"the token must show for {account.Name}: {codes}; press its button and compare";
        }
    }
}
