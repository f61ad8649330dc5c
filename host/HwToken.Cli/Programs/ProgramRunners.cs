// Runs the program of exec: in place of this process, or on Windows as its child.
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using HwToken.Cli.Errors;

namespace HwToken.Cli.Programs;

/// <param name="FileName">A path, or a name to be looked for in the PATH of <paramref name="Environment"/>.</param>
/// <param name="Environment">All of the program's environment; nothing is inherited beside it.</param>
internal sealed record ProgramStart(
    string FileName, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment);

/// <summary>Runs the user's own program with this process's streams and terminal.</summary>
internal interface IProgramRunner
{
    /// <returns>The program's exit status. Where programs can replace each other this never returns.</returns>
    /// <exception cref="CliException">The program is not there (127) or cannot be run (126).</exception>
    Task<int> RunAsync(ProgramStart start);
}

/// <summary>
/// The program as a child, where the system knows no replacement (Windows). The console sends Ctrl-C to both; this
/// process ignores it and waits for what the program makes of it.
/// </summary>
internal sealed class ChildProgramRunner : IProgramRunner
{
    public async Task<int> RunAsync(ProgramStart start)
    {
        string path = ProgramPath.Find(start.FileName, start.Environment);
        var info = new ProcessStartInfo(path, start.Arguments) { UseShellExecute = false };
        info.Environment.Clear();
        foreach ((string name, string value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        try
        {
            using Process process = Process.Start(info)!;
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        catch (Win32Exception e)
        {
            throw new CliException(ExitStatus.CannotExecute, $"cannot run {path}: {e.Message}");
        }
    }
}

/// <summary>
/// The program takes this process's place (execve). Nobody stays in between: signals, job control and the exit status
/// are the program's own, and the credentials live in one process instead of two.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial class ReplacingProgramRunner : IProgramRunner
{
    private const int SigPipe = 13;
    private const int ExecFormatError = 8; // ENOEXEC

    public Task<int> RunAsync(ProgramStart start)
    {
        string path = ProgramPath.Find(start.FileName, start.Environment);
        byte[][] arguments = ArgumentBytes.Of(start.FileName, start.Arguments);
        string?[] environment = [.. start.Environment.Select(v => $"{v.Key}={v.Value}"), null];

        // .NET ignores SIGPIPE, and what is ignored stays ignored in the program: `hwtoken exec p -- yes | head` would
        // not end. Handlers are reset by execve itself (POSIX.1-2017, exec).
        Signal(SigPipe, 0);
        CoreDumps.Allow();
        int error = Execute(path, [Encoding.UTF8.GetBytes(start.FileName), .. arguments], environment);
        if (error == ExecFormatError)
        {
            // A script without its first line is run by sh, as execvp and the shells do.
            error = Execute("/bin/sh", [[.. "sh"u8], Encoding.UTF8.GetBytes(path), .. arguments], environment);
        }

        throw new CliException(ExitStatus.CannotExecute, $"cannot run {path}: {new Win32Exception(error).Message}");
    }

    /// <returns>The error; there is no return from success.</returns>
    private static int Execute(string path, byte[][] arguments, string?[] environment)
    {
        // Freed by the program's taking over, or by this process's ending.
        nint[] pointers = [.. arguments.Select(ToNative), 0];
        _ = ExecVE(path, pointers, environment);
        return Marshal.GetLastPInvokeError();
    }

    private static nint ToNative(byte[] argument)
    {
        nint text = Marshal.AllocHGlobal(argument.Length + 1);
        Marshal.Copy(argument, 0, text, argument.Length);
        Marshal.WriteByte(text, argument.Length, 0);
        return text;
    }

    [LibraryImport("libc", EntryPoint = "execve", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ExecVE(string path, nint[] arguments, string?[] environment);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int number, nint handler);
}
