using HwToken.Wiring;

return new WiringApp(Console.Out, Console.Error).Run(args, Environment.CurrentDirectory);
