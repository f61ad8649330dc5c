// Which file the program of exec is, and its arguments as bytes.
using System.Text;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;

namespace HwToken.Cli.Programs;

/// <summary>Finds a program as the system's own shell would.</summary>
internal static class ProgramPath
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <exception cref="CliException">The program is not there (127) or is no program (126).</exception>
    public static string Find(string fileName, IReadOnlyDictionary<string, string> environment)
    {
        string? notExecutable = null;
        foreach (string candidate in Candidates(fileName, environment))
        {
            if (File.Exists(candidate))
            {
                if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(candidate) & AnyExecute) != 0)
                {
                    return candidate;
                }

                notExecutable ??= candidate;
            }
        }

        throw notExecutable is null
            ? new CliException(
                ExitStatus.CommandNotFound, $"command not found: {fileName}", "check its spelling and PATH, or give its path")
            : new CliException(
                ExitStatus.CannotExecute, $"{notExecutable} is not executable", $"chmod +x {notExecutable}, if it is a program");
    }

    private static IEnumerable<string> Candidates(string fileName, IReadOnlyDictionary<string, string> environment)
    {
        IEnumerable<string> names = [fileName];
        if (OperatingSystem.IsWindows() && !Path.HasExtension(fileName))
        {
            names = (environment.GetValueOrDefault("PATHEXT") ?? ".COM;.EXE;.BAT;.CMD").Split(';').Select(e => fileName + e);
        }

        if (fileName.Contains(Path.DirectorySeparatorChar) || fileName.Contains(Path.AltDirectorySeparatorChar))
        {
            return names;
        }

        // An empty entry is the current folder (POSIX.1-2017, 8.3).
        string path = environment.GetValueOrDefault("PATH") ?? "/usr/bin:/bin";
        return path.Split(Path.PathSeparator).SelectMany(folder => names.Select(n => Path.Combine(folder.Length > 0 ? folder : ".", n)));
    }
}

/// <summary>A program's arguments as the system has them.</summary>
/// <remarks>
/// To Unix they are bytes. .NET reads those of this process as UTF-8, and has U+FFFD for what is none. Linux still shows
/// what was given (proc(5), /proc/PID/cmdline), and the program's arguments are its end.
/// </remarks>
internal static class ArgumentBytes
{
    private const char Unreadable = '\uFFFD';

    /// <param name="program">What the arguments are for, as messages name it.</param>
    /// <exception cref="CliException">What one of them was is not known: the program is not to get another.</exception>
    public static byte[][] Of(string program, IReadOnlyList<string> arguments) => Of(
        program, arguments, () => OperatingSystem.IsLinux() ? File.ReadAllBytes("/proc/self/cmdline") : []);

    /// <param name="readCommandLine">Gives this process's own arguments, each with a zero byte behind it.</param>
    internal static byte[][] Of(string program, IReadOnlyList<string> arguments, Func<byte[]> readCommandLine)
    {
        int doubtful = arguments.ToList().FindIndex(argument => argument.Contains(Unreadable, StringComparison.Ordinal));
        if (doubtful < 0)
        {
            return [.. arguments.Select(Encoding.UTF8.GetBytes)];
        }

        byte[][] given = [.. Split(readCommandLine()).TakeLast(arguments.Count)];
        return given.Select(Encoding.UTF8.GetString).SequenceEqual(arguments)
            ? given
            : throw CliException.BadUsage(
                $"argument {doubtful + 1} of {program} is not UTF-8 text: {Printable.Of(arguments[doubtful])}",
                "write a script that has this argument, and run that");
    }

    private static IEnumerable<byte[]> Split(byte[] commandLine)
    {
        for (int start = 0, end; start < commandLine.Length; start = end + 1)
        {
            end = Array.IndexOf(commandLine, (byte)0, start);
            end = end < 0 ? commandLine.Length : end;
            yield return commandLine[start..end];
        }
    }
}
