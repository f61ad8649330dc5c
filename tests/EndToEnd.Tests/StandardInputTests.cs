namespace HwToken.EndToEnd.Tests;

/// <summary>What a user sees who gives hwtoken a key on stdin and then interrupts it.</summary>
public class StandardInputTests
{
    /// <summary>More than fits into a pipe: once it is written, hwtoken reads.</summary>
    private const int MoreThanAPipe = 128 * 1024;

    [TheoryNeeding("kill")]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task AccountsAdd_SignalWhileStdinIsRead_EndsItAtOnce(string signal, int status)
    {
        using var workspace = new Workspace();
        using Running running = Running.Start(workspace, Programs.HwToken, "accounts", "add", "github:alice", "--qr", "-");
        await running.Input.WriteAsync(new string('a', MoreThanAPipe));
        await running.Input.FlushAsync();

        await running.SignalAsync(signal);

        Assert.Equal(new Result(status, "", "hwtoken: cancelled\n"), await running.EndAsync());
    }
}
