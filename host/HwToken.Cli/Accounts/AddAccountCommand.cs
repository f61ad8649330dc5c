// hwtoken accounts add: its options and its run.
using System.CommandLine;
using System.Globalization;
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Running;
using HwToken.Cli.Terminal;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Paper.Links;
using Command = System.CommandLine.Command;

namespace HwToken.Cli.Accounts;

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

            The picture shows the key to anyone who finds it: delete it when the account works. With --qr - it never becomes
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
        await TokenAccess.UseAllAsync(context, prompt, input.Also, async tokens =>
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
            Print(account, input.AsUri, context);
        }

        if (input.Picture is not (null or PictureFile.StandardInput))
        {
            context.Messages.Note($"{input.Picture} shows the key: delete it when the account works, and every copy of it");
        }

        ShowCodes(account, input.ShowCode, context);
        return ExitStatus.Done;
    }

    /// <summary>Hands the key over: the one time that hwtoken prints one, and the last.</summary>
    /// <exception cref="CliException">stdout does not take it.</exception>
    private static void Print(NewAccount account, bool asUri, CliContext context)
    {
        char[] text = asUri ? GeneratedKey.UriOf(account) : GeneratedKey.Base32Of(account.Key);
        try
        {
            if (context.Global.Json)
            {
                context.Output.Json(json =>
                {
                    json.WriteStartObject();
                    json.WriteString("account", account.Name);
                    json.WriteString(asUri ? "uri" : "key", text);
                    json.WriteEndObject();
                });
            }
            else
            {
                context.Output.SecretLine(text);
            }
        }
        catch (CliException e)
        {
            throw new CliException(
                e.Status, e.Message, $"the key is lost: remove {account.Name} from the token, then start over");
        }
        finally
        {
            Array.Clear(text);
        }
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

/// <summary>The argument and the options behind <see cref="AddAccountInput"/>.</summary>
internal sealed class AddAccountOptions
{
    private const int DefaultPeriod = 30;

    private readonly Argument<string?> _name = new("NAME")
    {
        Description = AccountName.Description + " [with --uri-stdin and --qr default: the URI's]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _secretStdin = new("--secret-stdin") { Description = "Read the key from stdin" };

    private readonly Option<bool> _uriStdin = new("--uri-stdin")
    {
        Description = "Read an otpauth:// URI with the key and its parameters from stdin, as QR codes carry it",
    };

    private readonly Option<string?> _qr = new("--qr")
    {
        Description = "Read the otpauth:// URI from the QR code in a PNG or JPEG picture; - is stdin",
        HelpName = "FILE",
    };

    private readonly Option<string?> _generate = new("--generate")
    {
        Description = $"Make a random key of {GeneratedKey.MinBytes} to {GeneratedKey.MaxBytes} bytes and print it, once "
            + $"[default: {GeneratedKey.DefaultBytes}]",
        HelpName = "BYTES",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _uri = new("--uri") { Description = "With --generate: print the key as an otpauth:// URI" };

    private readonly Option<string[]> _also = new("--also")
    {
        Description = "A further token that is to have the same key; may be given several times, and needs --port",
        HelpName = "PORT",
    };

    private readonly Option<bool> _showCode = new("--show-code")
    {
        Description = "Say on stderr which codes the token must show, where there is no terminal to say it on",
    };

    private readonly Option<string?> _digits = new("--digits") { Description = "6, 7 or 8 [default: 6]", HelpName = "N" };

    private readonly Option<string?> _period = new("--period")
    {
        Description = $"Seconds of a time step [default: {DefaultPeriod}]",
        HelpName = "SECONDS",
    };

    private readonly Option<string?> _algorithm = new("--algorithm") { Description = "sha1 or sha256 [default: sha1]", HelpName = "NAME" };

    private readonly Option<bool> _replace = new("--replace") { Description = "Put the key in the place of the one that the account has" };

    public AddAccountOptions() => _algorithm.CompletionSources.Add("sha1", "sha256");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_name);
        command.Options.Add(_secretStdin);
        command.Options.Add(_uriStdin);
        command.Options.Add(_qr);
        command.Options.Add(_generate);
        command.Options.Add(_uri);
        command.Options.Add(_digits);
        command.Options.Add(_period);
        command.Options.Add(_algorithm);
        command.Options.Add(_replace);
        command.Options.Add(_also);
        command.Options.Add(_showCode);
    }

    /// <exception cref="CliException">They contradict each other, or a value does not exist.</exception>
    public AddAccountInput Read(ParseResult parse)
    {
        string? name = parse.GetValue(_name);
        string? generate = parse.GetValue(_generate);
        if (name is null && generate is not null && !generate.All(char.IsAsciiDigit))
        {
            // The parser takes what stands behind an option for its value; of --generate that is a number or nothing.
            (name, generate) = (generate, null);
        }

        name = name is null ? null : AccountName.Checked(name);
        KeySource source = Source(parse);
        bool bringsName = source is KeySource.UriOnStdin or KeySource.QrPicture;
        (string? digits, string? period, string? algorithm) =
            (parse.GetValue(_digits), parse.GetValue(_period), parse.GetValue(_algorithm));
        if (bringsName && (digits ?? period ?? algorithm) is not null)
        {
            throw CliException.BadUsage(
                "--digits, --period and --algorithm are the URI's own", "leave them out, or give the key with --secret-stdin");
        }

        if (name is null && !bringsName)
        {
            throw CliException.BadUsage("'hwtoken accounts add' needs NAME", "name it by its MFA serial ARN, or issuer:account");
        }

        if (parse.GetValue(_uri) && source != KeySource.Generated)
        {
            throw CliException.BadUsage("--uri says how to print a key, and only --generate prints one", "leave it out");
        }

        return new AddAccountInput(
            name,
            source,
            Algorithm(algorithm),
            Number("--digits", digits, Limits.MinDigits, Limits.MinDigits, Limits.MaxDigits),
            Number("--period", period, DefaultPeriod, 1, Limits.MaxPeriod),
            parse.GetValue(_replace))
        {
            Picture = parse.GetValue(_qr),
            GeneratedBytes = Number(
                "--generate", generate, GeneratedKey.DefaultBytes, GeneratedKey.MinBytes, GeneratedKey.MaxBytes),
            AsUri = parse.GetValue(_uri),
            ShowCode = parse.GetValue(_showCode),
            Also = parse.GetValue(_also) ?? [],
        };
    }

    private KeySource Source(ParseResult parse)
    {
        (string Option, KeySource Source)[] given =
        [
            .. Given(_secretStdin, parse.GetValue(_secretStdin), KeySource.SecretOnStdin),
            .. Given(_uriStdin, parse.GetValue(_uriStdin), KeySource.UriOnStdin),
            .. Given(_qr, parse.GetValue(_qr) is not null, KeySource.QrPicture),
            .. Given(_generate, parse.GetResult(_generate) is not null, KeySource.Generated),
        ];
        return given switch
        {
            [] => KeySource.Prompt,
            [var only] => only.Source,
            [var first, var second, ..] => throw CliException.BadUsage(
                $"{first.Option} and {second.Option} both say where the key comes from", "give one of the two"),
        };
    }

    private static (string Option, KeySource Source)[] Given(Option option, bool isGiven, KeySource source) =>
        isGiven ? [(option.Name, source)] : [];

    private static OtpAlgorithm Algorithm(string? name) => name?.ToUpperInvariant() switch
    {
        null or "SHA1" => OtpAlgorithm.HmacSha1,
        "SHA256" => OtpAlgorithm.HmacSha256,
        _ => throw CliException.BadUsage($"unknown algorithm '{name}'", "the token computes sha1 and sha256"),
    };

    private static int Number(string option, string? text, int byDefault, int min, int max)
    {
        if (text is null)
        {
            return byDefault;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max
            ? number
            : throw CliException.BadUsage($"{option} {text} is out of range", $"write a number from {min} to {max}");
    }
}
