using System.CommandLine;
using System.Globalization;
using HwToken.Cli.Output;
using HwToken.Cli.Tokens;
using HwToken.Client.Accounts;

namespace HwToken.Cli.Commands;

/// <summary><c>hwtoken accounts list</c>.</summary>
internal static class ListAccountsCommand
{
    public static Command Create(CommandRunner run)
    {
        var command = new Command("list", "List the token's accounts: name, algorithm, digits and period");
        run.SetAction(command, _ => 0, (_, context, cancel) => ExecuteAsync(context, cancel));
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(CliContext context, CancellationToken cancel)
    {
        IReadOnlyList<TokenAccount> accounts = await TokenSession.UseAsync(
            context, (token, _) => token.ListAccountsAsync(cancel), cancel);
        if (context.Global.Json)
        {
            context.Output.Json(json =>
            {
                json.WriteStartArray();
                foreach (TokenAccount account in accounts)
                {
                    json.WriteStartObject();
                    json.WriteString("name", account.Name);
                    json.WriteString("algorithm", StateText.Of(account.Algorithm));
                    json.WriteNumber("digits", account.Digits);
                    json.WriteNumber("period", account.Period);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return ExitStatus.Done;
        }

        if (accounts.Count == 0)
        {
            context.Messages.Note("the token has no accounts yet: 'hwtoken accounts add --help' shows how to add one");
            return ExitStatus.Done;
        }

        var table = new Table("NAME", "ALGORITHM", "DIGITS", "PERIOD");
        foreach (TokenAccount account in accounts)
        {
            table.Add(
                account.Name,
                StateText.Of(account.Algorithm),
                account.Digits.ToString(CultureInfo.InvariantCulture),
                account.Period.ToString(CultureInfo.InvariantCulture));
        }

        context.Output.Write(table);
        return ExitStatus.Done;
    }
}
