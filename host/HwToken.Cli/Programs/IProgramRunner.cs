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
