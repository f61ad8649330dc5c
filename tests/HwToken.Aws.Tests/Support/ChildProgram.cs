using System.Text;
using HwToken.Aws.Model;
using HwToken.Aws.Sessions;
using HwToken.Base;

namespace HwToken.Aws.Tests.Support;

/// <summary>
/// The test assembly as a program: one process that gets one session. Says what it waits for, a line each, and ends with
/// the session's access key or with the failure.
/// </summary>
internal static class ChildProgram
{
    /// <summary>The program presses nothing before this file is in the home folder.</summary>
    public const string PressFile = "press";

    /// <summary>A line is added to this file for each code that the owner was asked for.</summary>
    public const string AskedFile = "asked";

    public static async Task<int> Main(string[] arguments)
    {
        var progress = new Lines();
        try
        {
            var service = new SessionService(HostEnvironment.Current(), new Owner(), TimeProvider.System, progress);
            SessionResult result = await service.GetAsync(new SessionRequest { Profile = arguments[0] }, CancellationToken.None);
            foreach (SessionWarning warning in result.Warnings)
            {
                Console.WriteLine($"warning {warning.Kind}");
            }

            Console.WriteLine($"session {result.Credentials.AccessKeyId}");
            return 0;
        }
        catch (AwsException e)
        {
            Console.WriteLine($"failure {e.Kind} {e.Message}");
            return 1;
        }
    }

    private sealed class Lines : IProgress<SessionProgress>
    {
        public void Report(SessionProgress value) => Console.WriteLine(value);
    }

    private sealed class Owner : ICodeSource
    {
        private readonly string _home = Environment.GetEnvironmentVariable("HOME")!;

        public async Task<MfaCode> GetCodeAsync(MfaCodeRequest request, CancellationToken cancellation)
        {
            await File.AppendAllTextAsync(Path.Combine(_home, AskedFile), "asked\n", cancellation);
            while (!File.Exists(Path.Combine(_home, PressFile)))
            {
                await Task.Delay(10, cancellation);
            }

            byte[] seed = Encoding.ASCII.GetBytes(Environment.GetEnvironmentVariable("TEST_SEED")!);
            return await new TestDevice(seed, TimeProvider.System).GetCodeAsync(request, cancellation);
        }
    }
}
