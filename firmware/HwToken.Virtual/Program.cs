using System.CommandLine;
using HwToken.Virtual.Terminal;

const int BadUsage = 2;

ParseResult parsed = CommandLine.Build(Session.RunAsync).Parse(args);
if (parsed.Errors.Count > 0)
{
    // The library's own messages begin with a capital and end with a full stop.
    string errors = string.Join("; ", parsed.Errors.Select(error => error.Message.TrimEnd('.')));
    Printer.Print(Console.Error, char.ToLowerInvariant(errors[0]) + errors[1..], "--help lists the options");
    return BadUsage;
}

return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
