using System.CommandLine;
using HwToken.Cli.Help;
using HwToken.Cli.Tokens;

namespace HwToken.Cli.Commands;

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
        string removed = await TokenSession.UseAsync(context, async (token, prompt) =>
        {
            string name = await token.ResolveAccountAsync(input.Name, cancel);
            await token.DeleteAccountAsync(name, OwnerProgress.Press(prompt, $"remove {name}"), cancel);
            return name;
        }, cancel);
        context.Messages.Note($"{removed} was removed from the token");
        return ExitStatus.Done;
    }
}
