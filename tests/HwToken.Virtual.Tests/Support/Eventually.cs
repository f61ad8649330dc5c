namespace HwToken.Virtual.Tests.Support;

/// <summary>For what another thread or process is about to do.</summary>
internal static class Eventually
{
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    internal static async Task IsTrue(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(Limit);
        while (!condition())
        {
            await Task.Delay(1, limit.Token);
        }
    }
}
