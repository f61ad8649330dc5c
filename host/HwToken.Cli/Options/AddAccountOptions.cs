using System.CommandLine;
using System.Globalization;
using HwToken.Cli.Commands;
using HwToken.Core.Protocol;
using Command = System.CommandLine.Command;

namespace HwToken.Cli.Options;

/// <summary>The argument and the options behind <see cref="AddAccountInput"/>.</summary>
internal sealed class AddAccountOptions
{
    private const int DefaultPeriod = 30;

    private readonly Argument<string?> _name = new("NAME")
    {
        Description = AccountName.Description + " [with --uri-stdin default: the URI's]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _secretStdin = new("--secret-stdin") { Description = "Read the key from stdin" };

    private readonly Option<bool> _uriStdin = new("--uri-stdin")
    {
        Description = "Read an otpauth:// URI with the key and its parameters from stdin, as QR codes carry it",
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
        command.Options.Add(_digits);
        command.Options.Add(_period);
        command.Options.Add(_algorithm);
        command.Options.Add(_replace);
    }

    /// <exception cref="CliException">They contradict each other, or a value does not exist.</exception>
    public AddAccountInput Read(ParseResult parse)
    {
        string? name = parse.GetValue(_name) is string text ? AccountName.Checked(text) : null;
        KeySource source = (parse.GetValue(_secretStdin), parse.GetValue(_uriStdin)) switch
        {
            (true, true) => throw CliException.BadUsage("--secret-stdin and --uri-stdin both read stdin", "give one of the two"),
            (true, _) => KeySource.SecretOnStdin,
            (_, true) => KeySource.UriOnStdin,
            _ => KeySource.Prompt,
        };
        (string? digits, string? period, string? algorithm) =
            (parse.GetValue(_digits), parse.GetValue(_period), parse.GetValue(_algorithm));
        if (source == KeySource.UriOnStdin && (digits ?? period ?? algorithm) is not null)
        {
            throw CliException.BadUsage(
                "--digits, --period and --algorithm are the URI's own", "leave them out, or give the key with --secret-stdin");
        }

        if (name is null && source != KeySource.UriOnStdin)
        {
            throw CliException.BadUsage("'hwtoken accounts add' needs NAME", "name it by its MFA serial ARN, or issuer:account");
        }

        return new AddAccountInput(
            name,
            source,
            Algorithm(algorithm),
            Number("--digits", digits, Limits.MinDigits, Limits.MinDigits, Limits.MaxDigits),
            Number("--period", period, DefaultPeriod, 1, Limits.MaxPeriod),
            parse.GetValue(_replace));
    }

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
