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
