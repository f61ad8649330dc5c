using HwToken.Schematic;

return new SchematicApp(Console.Out, Console.Error).Run(args, Environment.CurrentDirectory);
