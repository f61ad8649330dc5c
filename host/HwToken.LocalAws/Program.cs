using System.CommandLine;
using HwToken.LocalAws.Terminal;

const int BadUsage = 2;

ParseResult parsed = CommandLine.Build(Run.ServeAsync).Parse(args);
if (parsed.Errors.Count > 0)
{
    // The library's own messages begin with a capital and end with a full stop.
    string errors = string.Join("; ", parsed.Errors.Select(error => error.Message.TrimEnd('.')));
    Printer.Print(Console.Error, char.ToLowerInvariant(errors[0]) + errors[1..], "--help lists the options");
    return BadUsage;
}

// The run handles signals itself.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
