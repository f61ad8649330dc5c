using System.Collections;
using System.Text;
using HwToken.Cli;
using HwToken.Cli.Output;
using HwToken.Cli.Programs;
using HwToken.Cli.Terminal;
using HwToken.Client;

var environment = new Dictionary<string, string>(
    OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
{
    environment[(string)variable.Key] = (string?)variable.Value ?? "";
}

// The standard streams directly: Console.Out and Console.Error would also set up a terminal that is not used.
using var error = new StreamWriter(new BestEffortStream(Console.OpenStandardError()), new UTF8Encoding(false))
{
    AutoFlush = true, NewLine = "\n",
};
using var interruption = new Interruption();
interruption.Listen();
return await CommandLine.RunAsync(
    args,
    new Host
    {
        Input = StandardInput.Open(),
        Output = Console.OpenStandardOutput(),
        Error = error,
        IsOutputTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        OpenTerminal = ControllingTerminal.Open,
        Environment = environment,
        Time = TimeProvider.System,
        Notifier = new DesktopNotifier(environment),
        Programs = OperatingSystem.IsWindows() ? new ChildProgramRunner() : new ReplacingProgramRunner(),
        TokenFinding = () => new TokenFinderOptions(),
    },
    interruption);
