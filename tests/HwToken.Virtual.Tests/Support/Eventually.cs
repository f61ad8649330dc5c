namespace HwToken.Virtual.Tests.Support;

/// <summary>For what another thread or process is about to do.</summary>
internal static class Eventually
{
    /// <summary>A guard against what never comes.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    internal static async Task IsTrue(Func<bool> condition)
    {
        using CancellationTokenSource limit = new(Limit);
        while (!condition())
        {
            await Task.Delay(1, limit.Token);
        }
    }
}
