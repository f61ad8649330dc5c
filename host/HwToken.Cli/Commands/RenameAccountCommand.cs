using System.CommandLine;
using HwToken.Cli.Help;
using HwToken.Cli.Tokens;

namespace HwToken.Cli.Commands;

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
        string oldName = await TokenSession.UseAsync(context, async (token, prompt) =>
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
