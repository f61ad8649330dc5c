// hwtoken accounts, and its commands list, rename and remove.
using System.CommandLine;
using System.Globalization;
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Reports;
using HwToken.Cli.Running;
using HwToken.Client.Accounts;

namespace HwToken.Cli.Accounts;

/// <summary><c>hwtoken accounts</c>: what the token computes codes for.</summary>
internal static class AccountsCommand
{
    public static Command Create(CommandRunner run) => new("accounts", "List, add, rename and remove the token's accounts")
    {
        ListAccountsCommand.Create(run),
        AddAccountCommand.Create(run),
        RenameAccountCommand.Create(run),
        RemoveAccountCommand.Create(run),
    };
}

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
        IReadOnlyList<TokenAccount> accounts = await TokenAccess.UseAsync(
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

internal sealed record RenameAccountInput(string OldName, string NewName);

/// <summary><c>hwtoken accounts rename OLD NEW</c>.</summary>
internal static class RenameAccountCommand
{
    public static Command Create(CommandRunner run)
    {
        var oldName = new Argument<string>("OLD") { Description = "The account, or a part of its name that no other has" };
        var newName = new Argument<string>("NEW") { Description = AccountName.Description };
        var command = new DocumentedCommand(
            "rename",
            "Give an account another name, after a press",
            """
            Example:
              hwtoken accounts rename alice arn:aws:iam::123456789012:mfa/alice
            """)
        {
            oldName, newName,
        };
        run.SetAction(
            command,
            parse => new RenameAccountInput(
                parse.GetRequiredValue(oldName), AccountName.Checked(parse.GetRequiredValue(newName))),
            ExecuteAsync);
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(RenameAccountInput input, CliContext context, CancellationToken cancel)
    {
        string oldName = await TokenAccess.UseAsync(context, async (token, prompt) =>
        {
            string name = await token.ResolveAccountAsync(input.OldName, cancel);
            await token.RenameAccountAsync(
                name, input.NewName, OwnerProgress.Press(prompt, $"rename {name} to {input.NewName}"), cancel);
            return name;
        }, cancel);
        context.Messages.Note($"{oldName} is now {input.NewName}");
        if (AccountName.NoteOf(input.NewName) is string note)
        {
            context.Messages.Note(note);
        }

        return ExitStatus.Done;
    }
}

internal sealed record RemoveAccountInput(string Name);

/// <summary><c>hwtoken accounts remove NAME</c>.</summary>
internal static class RemoveAccountCommand
{
    public static Command Create(CommandRunner run)
    {
        var name = new Argument<string>("NAME") { Description = "The account, or a part of its name that no other has" };
        var command = new DocumentedCommand(
            "remove",
            "Make the token forget an account and its key, after a press",
            """
            Nothing brings the key back. Take the MFA device away from its user at AWS first, or it stays the only way in.
            """)
        {
            name,
        };
        run.SetAction(command, parse => new RemoveAccountInput(parse.GetRequiredValue(name)), ExecuteAsync);
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(RemoveAccountInput input, CliContext context, CancellationToken cancel)
    {
        string removed = await TokenAccess.UseAsync(context, async (token, prompt) =>
        {
            string name = await token.ResolveAccountAsync(input.Name, cancel);
            await token.DeleteAccountAsync(name, OwnerProgress.Press(prompt, $"remove {name}"), cancel);
            return name;
        }, cancel);
        context.Messages.Note($"{removed} was removed from the token");
        return ExitStatus.Done;
    }
}
