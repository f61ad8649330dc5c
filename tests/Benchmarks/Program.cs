using BenchmarkDotNet.Running;
using HwToken.Benchmarks.Il;

// "il" counts instructions instead of measuring time; everything else is BenchmarkDotNet's.
if (args is ["il"])
{
    TotpIlCount.Print();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
