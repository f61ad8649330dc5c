using System.CommandLine;
using HwToken.Cli.Completion;
using HwToken.Cli.Help;

namespace HwToken.Cli.Commands;

internal sealed record CompletionInput(string Shell);

/// <summary><c>hwtoken completion SHELL</c>: the script that a shell runs to complete hwtoken's command lines.</summary>
internal static class CompletionCommand
{
    public static Command Create(CommandRunner run)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell" };
        shell.CompletionSources.Add(CompletionScripts.Shells);
        var command = new DocumentedCommand(
            "completion",
            "Print the script that completes hwtoken's command lines",
            """
            Completed are commands, options, profiles and formats; accounts are not, since asking for them would need
            the token.

            Examples:
              eval "$(hwtoken completion bash)"          in ~/.bashrc
              eval "$(hwtoken completion zsh)"           in ~/.zshrc, after compinit
              hwtoken completion fish > ~/.config/fish/completions/hwtoken.fish
              hwtoken completion powershell | Out-String | Invoke-Expression          in $PROFILE
            """)
        {
            shell,
        };
        run.SetAction(command, parse => new CompletionInput(parse.GetRequiredValue(shell)), ExecuteAsync);
        return command;
    }

    private static Task<ExitStatus> ExecuteAsync(CompletionInput input, CliContext context, CancellationToken cancel)
    {
        string script = CompletionScripts.For(input.Shell)
            ?? throw CliException.BadUsage($"unknown shell '{input.Shell}'", "write bash, zsh, fish or powershell");
        context.Output.Write(script);
        return Task.FromResult(ExitStatus.Done);
    }
}
