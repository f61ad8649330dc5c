using HwToken.Enclosure;

return new EnclosureApp(Console.Out, Console.Error).Run(args, Environment.CurrentDirectory);
