using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace HwToken.Cli.Programs;

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
