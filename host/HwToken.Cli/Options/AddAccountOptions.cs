using System.CommandLine;
using System.Globalization;
using HwToken.Cli.Commands;
using HwToken.Cli.Secrets;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using Command = System.CommandLine.Command;

namespace HwToken.Cli.Options;

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
