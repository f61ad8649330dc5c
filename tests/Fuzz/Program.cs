using HwToken.Fuzz;
using HwToken.Fuzz.Engine;
using HwToken.Fuzz.Targets;

string folder = Path.Combine(AppContext.BaseDirectory, "corpus");
if (FuzzOptions.Parse(args, [.. Catalog.Targets.Keys], folder, out string problem) is not { } options)
{
    Console.Error.WriteLine($"fuzz: {problem}");
    Console.Error.WriteLine("hint: fuzz [TARGET...] [--inputs N] [--seed N] [--corpus FOLDER] [--keep]");
    return 2;
}

Instrumentation.Apply();
using Coverage coverage = new();
bool isClean = true;
foreach (string name in options.Targets)
{
    ITarget target = Catalog.Targets[name]();
    isClean &= new Campaign(target, new Corpus(target, options.Corpus), coverage, options).Run(Console.Out);
}

return isClean ? 0 : 1;
