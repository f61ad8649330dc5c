// hwtoken list.
using System.CommandLine;
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Reports;
using HwToken.Cli.Running;
using HwToken.Cli.Terminal;
using HwToken.Client.Model;

namespace HwToken.Cli.Tokens;

/// <summary><c>hwtoken list</c>: the tokens that are plugged in.</summary>
internal static class ListCommand
{
    public static Command Create(CommandRunner run)
    {
        var command = new DocumentedCommand(
            "list",
            "List the tokens that are plugged in",
            """
            Greets what is behind every USB-to-serial bridge that tokens are built with, and nothing else; a token behind
            another bridge is found with --port. Columns: port, serial number, state, USB id, product.
            """);
        run.SetAction(command, _ => 0, (_, context, cancel) => ExecuteAsync(context, cancel));
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(CliContext context, CancellationToken cancel)
    {
        using OwnerPrompt prompt = context.CreatePrompt();
        IReadOnlyList<FoundToken> tokens = await new TokenAccess(context, prompt).ListAsync(cancel);
        if (context.Global.Json)
        {
            context.Output.Json(json =>
            {
                json.WriteStartArray();
                foreach (FoundToken token in tokens)
                {
                    json.WriteStartObject();
                    json.WriteString("port", token.Port.Path);
                    json.WriteString("serial", token.Serial);
                    json.WriteString("state", State(token));
                    json.WriteString("usb", token.Port.Usb?.ToString());
                    json.WriteString("product", token.Port.Product);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        else if (tokens.Count > 0)
        {
            var table = new Table("PORT", "SERIAL", "STATE", "USB", "PRODUCT");
            foreach (FoundToken token in tokens)
            {
                table.Add(token.Port.Path, token.Serial ?? "", State(token), token.Port.Usb?.ToString() ?? "", token.Port.Product ?? "");
            }

            context.Output.Write(table);
        }

        return tokens.Count > 0
            ? ExitStatus.Done
            : throw new CliException(ExitStatus.NoToken, "no token found", "plug the token in, or name its port with --port or HWTOKEN_PORT");
    }

    private static string State(FoundToken token) => token.State is { } state ? StateText.Of(state) : "in use";
}
