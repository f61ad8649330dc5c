using System.Collections;
using System.Text;
using HwToken.Base;
using HwToken.Cli;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Programs;
using HwToken.Cli.Running;
using HwToken.Cli.Terminal;
using HwToken.Client;

StandardStreams streams = StandardStreams.Open();
CoreDumps.Forbid();
var environment = new Dictionary<string, string>(HostEnvironment.NameComparer);
foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
{
    environment[(string)variable.Key] = (string?)variable.Value ?? "";
}

using var error = new StreamWriter(new BestEffortStream(streams.Error), new UTF8Encoding(false))
{
    AutoFlush = true, NewLine = "\n",
};
using var interruption = new Interruption();
interruption.Listen();
return await CommandLine.RunAsync(
    args,
    new Host
    {
        Input = streams.Input,
        Output = streams.Output,
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
