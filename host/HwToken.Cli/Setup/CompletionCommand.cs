// hwtoken completion, and the scripts that it prints.
using System.CommandLine;
using HwToken.Cli.Errors;
using HwToken.Cli.Running;

namespace HwToken.Cli.Setup;

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

/// <summary>
/// What a shell must run once to complete hwtoken's command lines. The scripts know nothing themselves: each hands the
/// line up to the cursor to <c>hwtoken [suggest:LENGTH] LINE</c> and offers what comes back, a word per line.
/// </summary>
internal static class CompletionScripts
{
    public static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    /// <summary>Null for a shell that is none of <see cref="Shells"/>.</summary>
    public static string? For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        "powershell" => PowerShell,
        _ => null,
    };

    // Words are cut at blanks and not at COMP_WORDBREAKS, or ARNs and --option=value would be several; what bash
    // already has of such a word is taken off again. Files are offered where there is nothing to suggest.
    private const string Bash =
        """
        # bash completion for hwtoken. In ~/.bashrc: eval "$(hwtoken completion bash)"
        _hwtoken() {
            local line=${COMP_LINE:0:COMP_POINT} word suggestion head
            line=${line#*"${COMP_WORDS[0]}"}
            line=${line# }
            word=${line##* }
            head=${word%"${COMP_WORDS[COMP_CWORD]}"}
            COMPREPLY=()
            while IFS= read -r suggestion; do
                COMPREPLY+=("${suggestion#"$head"}")
            done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
        }
        complete -o default -o bashdefault -F _hwtoken hwtoken

        """;

    private const string Zsh =
        """
        #compdef hwtoken
        # zsh completion for hwtoken. In ~/.zshrc, after compinit: eval "$(hwtoken completion zsh)"
        _hwtoken() {
            local line="${(j: :)words[2,CURRENT]}"
            local -a suggestions=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
            if [[ -n "${suggestions[*]}" ]]; then
                compadd -- "${suggestions[@]}"
            else
                _files
            fi
        }
        compdef _hwtoken hwtoken

        """;

    private const string Fish =
        """
        # fish completion for hwtoken: hwtoken completion fish > ~/.config/fish/completions/hwtoken.fish
        function __hwtoken_suggest
            set -l line (commandline --cut-at-cursor --current-process | string replace --regex '^\s*\S+\s?' '')
            set -l length (string length -- "$line")
            hwtoken "[suggest:$length]" "$line" 2>/dev/null
        end
        complete --command hwtoken --condition 'not __fish_seen_subcommand_from exec' --no-files
        complete --command hwtoken --arguments '(__hwtoken_suggest)'

        """;

    private const string PowerShell =
        """
        # PowerShell completion for hwtoken. In $PROFILE: hwtoken completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName hwtoken -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString().PadRight($cursorPosition).Substring(0, $cursorPosition) -replace '^\s*\S+\s?', ''
            & $commandAst.CommandElements[0].Value "[suggest:$($line.Length)]" $line 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;
}
