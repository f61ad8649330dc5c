namespace HwToken.TestKit;

/// <summary>Counts what code allocates.</summary>
public static class Allocations
{
    private const int Rounds = 5;

    /// <summary>Bytes that <paramref name="action"/> allocates on this thread in the best of some rounds.</summary>
    /// <param name="prepare">Called before each round, and not counted.</param>
    /// <remarks>
    /// The runtime allocates now and then while it compiles a method anew, and charges it to the thread that is there.
    /// What the action itself allocates comes again in every round.
    /// </remarks>
    public static long Of(Action action, Action? prepare = null)
    {
        long least = long.MaxValue;
        for (int i = 0; i < Rounds && least > 0; i++)
        {
            prepare?.Invoke();
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
