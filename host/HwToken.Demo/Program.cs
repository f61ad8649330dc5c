using System.CommandLine;
using HwToken.Demo;

var manual = new Option<bool>("--manual") { Description = "Press the token's button yourself, with the space bar" };
var root = new RootCommand(
    "From a press of a button to AWS credentials, on this computer alone: no hardware, no AWS account")
{
    manual,
};
root.SetAction((parse, cancellation) => Demonstration.RunAsync(parse.GetValue(manual), cancellation));

var whoAmI = new Command(WhoAmI.Name, "The second program: asks STS whose credentials its environment holds") { Hidden = true };
whoAmI.SetAction((_, cancellation) => WhoAmI.RunAsync(Console.Out, cancellation));
root.Subcommands.Add(whoAmI);

return await root.Parse(args).InvokeAsync();
