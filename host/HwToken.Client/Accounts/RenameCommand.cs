using HwToken.Client.Errors;

namespace HwToken.Client.Accounts;

/// <summary>The command that gives an account another name, for hints.</summary>
public static class RenameCommand
{
    /// <returns>Null where a shell might read a name otherwise.</returns>
    public static string? Of(string name, string newName) =>
        HintArgument.TryOf(name) is { } old && HintArgument.TryOf(newName) is { } wanted
            ? $"hwtoken accounts rename {old} {wanted}"
            : null;
}
