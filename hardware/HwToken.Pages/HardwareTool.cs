namespace HwToken.Pages;

/// <summary>The command line of a program that reads the hardware folder's tables.</summary>
/// <param name="name">What it is called; begins its errors.</param>
/// <param name="usage">What --help prints.</param>
/// <param name="inputs">The hint where an input is at fault: what it reads.</param>
public abstract class HardwareTool(string name, string usage, string inputs, TextWriter output, TextWriter error)
{
    protected const int Done = 0;
    protected const int Failed = 1;
    protected const int BadUsage = 2;

    protected TextWriter Output => output;

    /// <param name="directory">In the repository: the hardware folder is looked for there and above.</param>
    /// <returns>The exit status: 0 done, 1 failed, 2 bad usage.</returns>
    public int Run(string[] args, string directory)
    {
        if (args is ["--help"])
        {
            output.WriteLine(usage);
            return Done;
        }

        if (!Takes(args))
        {
            return Fail(BadUsage, $"unknown arguments: {string.Join(' ', args)}", "--help shows what there is");
        }

        if (HardwareFolder.FindFrom(directory) is not { } folder)
        {
            return Fail(Failed, "there is no hardware/bom.csv here or above", "run it inside the repository");
        }

        try
        {
            return Run(folder, args, directory);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Fail(Failed, e.Message, inputs);
        }
    }

    /// <summary>Whether it knows these arguments; --help it knows.</summary>
    protected abstract bool Takes(string[] args);

    /// <param name="folder">What it reads and writes.</param>
    /// <param name="args">Some that it takes.</param>
    /// <param name="directory">Where paths among them begin.</param>
    /// <returns>The exit status.</returns>
    /// <exception cref="InvalidDataException">An input is at fault; the message names it.</exception>
    protected abstract int Run(HardwareFolder folder, string[] args, string directory);

    /// <returns><paramref name="status"/>.</returns>
    protected int Fail(int status, string message, string hint)
    {
        error.WriteLine($"{name}: {message}");
        error.WriteLine($"hint: {hint}");
        return status;
    }
}
