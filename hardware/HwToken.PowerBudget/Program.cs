using HwToken.PowerBudget;

return new PowerBudgetApp(Console.Out, Console.Error).Run(args, Environment.CurrentDirectory);
