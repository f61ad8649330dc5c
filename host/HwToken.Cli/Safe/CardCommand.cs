// hwtoken card.
using System.CommandLine;
using System.Text;
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Running;
using HwToken.Client;
using HwToken.Client.Model;
using HwToken.Paper.Card;

namespace HwToken.Cli.Safe;

/// <param name="Account">As the person wrote it; null for the only account there is.</param>
/// <param name="Html">A file, or "-" for stdout; null where SVG is wanted.</param>
internal sealed record CardInput(string? Account, string? Html, string? Svg);

/// <summary><c>hwtoken card</c>: the page that lies beside a token in a safe.</summary>
internal static class CardCommand
{
    private const string Stdout = "-";

    public static Command Create(CommandRunner run)
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "The account, or a part of its name that no other has [default: the only one on the token]",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var html = new Option<string?>("--html")
        {
            Description = "Write a page of HTML, to print from a browser; - is stdout", HelpName = "FILE",
        };
        var svg = new Option<string?>("--svg") { Description = "Write a page of SVG; - is stdout", HelpName = "FILE" };
        var command = new DocumentedCommand(
            "card",
            "Write the page that lies beside a token in a safe: which it is, and what to do on the worst day",
            """
            One A4 page, black on white, which needs no other file: serial number, account, seal, the end of the log,
            when the next drill is due, how to sign in step by step, and lines to be filled in by hand. No key and no code.

            Examples:
              hwtoken card --html card.html
              hwtoken card root --svg - | rsvg-convert -f pdf -o card.pdf
            """)
        {
            name, html, svg,
        };
        run.SetAction(
            command,
            parse => Checked(new CardInput(
                parse.GetValue(name), parse.GetValue(html), parse.GetValue(svg))),
            ExecuteAsync);
        return command;
    }

    private static CardInput Checked(CardInput input) => input.Html is null == input.Svg is null
        ? throw CliException.BadUsage(
            "'hwtoken card' writes one page", "give --html FILE or --svg FILE, one of the two")
        : input;

    private static async Task<ExitStatus> ExecuteAsync(CardInput input, CliContext context, CancellationToken cancel)
    {
        CardFacts facts = await TokenAccess.UseAsync(
            context, (token, _) => ReadAsync(token, input.Account, context, cancel), cancel);
        string page = input.Html is null ? SvgCard.Write(facts) : HtmlCard.Write(facts);
        string file = input.Html ?? input.Svg!;
        if (file == Stdout)
        {
            context.Output.Write(page);
            return ExitStatus.Done;
        }

        try
        {
            await File.WriteAllTextAsync(file, page, new UTF8Encoding(false), cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(
                ExitStatus.Failed,
                $"cannot write the card: {Failure.AsClause(e.Message)}",
                "name a file in a folder of yours");
        }

        context.Messages.Note($"the card is in {file}; print it on one page");
        if (!facts.Seal.IsSealed)
        {
            context.Messages.Note("the token is not sealed; a card for the safe is printed after: hwtoken seal NUMBER");
        }

        return ExitStatus.Done;
    }

    private static async Task<CardFacts> ReadAsync(
        TokenClient token, string? account, CliContext context, CancellationToken cancel)
    {
        string name = await token.ResolveAccountAsync(account, cancel);
        TokenInfo info = await token.GetInfoAsync(cancel);
        var audit = await token.ReadAuditAsync(cancel);
        return new CardFacts(token.Serial, Printable.Of(name), info.Seal, audit.Head, context.Host.Time.GetUtcNow());
    }
}
