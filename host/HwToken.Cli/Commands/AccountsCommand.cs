using System.CommandLine;

namespace HwToken.Cli.Commands;

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
