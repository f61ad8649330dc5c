namespace HwToken.EndToEnd.Tests;

/// <summary>The completion scripts in the shells that they are for.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    // What bash does when Tab is pressed: set the COMP_ variables (bash manual, "Programmable Completion"), call.
    private const string BashTab =
        """
        eval "$(hwtoken completion bash)"
        COMP_LINE=$1 COMP_POINT=${#1}
        COMP_WORDS=($1) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        case $1 in *' ') COMP_WORDS+=('') COMP_CWORD=$((COMP_CWORD + 1));; esac
        _hwtoken
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    private const string ZshTab =
        """
        compdef() { : }
        compadd() { shift; print -rl -- "$@" }
        _files() { print -r -- FILES }
        eval "$(hwtoken completion zsh)"
        words=("${(@s: :)1}") CURRENT=${#words}
        _hwtoken
        """;

    private async Task<string[]> LinesAsync(string program, params string[] arguments)
    {
        Result result = await Running.RunAsync(_workspace, program, arguments);
        Assert.Equal("", result.Error);
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [FactNeeding("bash")]
    public async Task Bash_Tab_CompletesCommandsArgumentsAndOptions()
    {
        Assert.Equal(["completion"], await LinesAsync("bash", "-c", BashTab, "bash", "hwtoken comp"));
        Assert.Equal(["bash", "fish", "powershell", "zsh"], await LinesAsync("bash", "-c", BashTab, "bash", "hwtoken completion "));
        Assert.Equal(["--debug"], await LinesAsync("bash", "-c", BashTab, "bash", "hwtoken completion --d"));
    }

    [FactNeeding("zsh")]
    public async Task Zsh_Tab_CompletesCommandsArgumentsAndOptions()
    {
        Assert.Equal(["completion"], await LinesAsync("zsh", "-fc", ZshTab, "zsh", "hwtoken comp"));
        Assert.Equal(["bash", "fish", "powershell", "zsh"], await LinesAsync("zsh", "-fc", ZshTab, "zsh", "hwtoken completion "));
        Assert.Equal(["--debug"], await LinesAsync("zsh", "-fc", ZshTab, "zsh", "hwtoken completion --d"));
        Assert.Equal(["FILES"], await LinesAsync("zsh", "-fc", ZshTab, "zsh", "hwtoken completion zzz"));
    }

    [FactNeeding("fish")]
    public async Task Fish_Tab_CompletesCommandsArgumentsAndOptions()
    {
        const string Tab = "hwtoken completion fish | source; complete --do-complete $argv[1]";
        Assert.Equal(["completion"], await LinesAsync("fish", "--no-config", "-c", Tab, "hwtoken comp"));
        Assert.Equal(["bash", "fish", "powershell", "zsh"], await LinesAsync("fish", "--no-config", "-c", Tab, "hwtoken completion "));
        Assert.Equal(["--debug"], await LinesAsync("fish", "--no-config", "-c", Tab, "hwtoken completion --d"));
    }
}
