using System.Diagnostics;
using System.IO.Ports;
using HwToken.Virtual.Storage;

namespace HwToken.Virtual.Tests.Support;

/// <summary>This assembly as a program, for tests that kill it: it does one thing and tells about it on its output.</summary>
internal static class Child
{
    internal const string CommitForever = "commit-forever";
    internal const string HoldPort = "hold-port";
    internal const string HoldState = "hold-state";

    internal static int Main(string[] args)
    {
        switch (args)
        {
            case [CommitForever, string path]:
                NumberedState.CommitForever(path, Console.Out);
                return 0;
            case [HoldPort, string path]:
                using (SerialPort port = new(path, 115200))
                {
                    port.Open();
                    return WaitToBeKilled();
                }

            case [HoldState, string path]:
                using (FlashImage.Open(path))
                {
                    return WaitToBeKilled();
                }

            default:
                return 2;
        }
    }

    /// <summary>Starts it, its output redirected.</summary>
    internal static Process Start(params string[] args)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(Child).Assembly.Location);
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }

    /// <summary>SIGKILL, and the end.</summary>
    internal static async Task KillNow(this Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    private static int WaitToBeKilled()
    {
        Console.WriteLine("ready");
        Thread.Sleep(Timeout.Infinite);
        return 1;
    }
}
