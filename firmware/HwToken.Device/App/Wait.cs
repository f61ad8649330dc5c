namespace HwToken.Device.App;

/// <summary>How long until something is due.</summary>
internal static class Wait
{
    /// <summary>Nothing is due: one minute, so that whatever a board gets wrong about waking it is soon put right.</summary>
    public const int Longest = 60000;

    /// <returns>Milliseconds from now until then: at least 1, at most <paramref name="most"/>.</returns>
    public static int Until(long dueMs, long nowMs, int most)
    {
        long wait = dueMs - nowMs;
        if (wait < 1)
        {
            return 1;
        }

        return wait < most ? (int)wait : most;
    }
}
