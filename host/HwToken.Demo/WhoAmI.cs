using HwToken.Aws.Sts;

namespace HwToken.Demo;

/// <summary>Some other program that knows nothing of tokens: it takes the credentials from its environment to STS.</summary>
internal static class WhoAmI
{
    public const string Name = "whoami";

    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancellation)
    {
        CallerIdentity caller = await CallerIdentity.GetAsync(cancellation).ConfigureAwait(false);
        await output.WriteLineAsync($"STS says: account {caller.Account}, {caller.Arn}").ConfigureAwait(false);
        return 0;
    }
}
