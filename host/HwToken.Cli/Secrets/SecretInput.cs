namespace HwToken.Cli.Secrets;

/// <summary>
/// Reads what may hold a key from where a read ends only when bytes come: a terminal, a pipe, or a named pipe that
/// nobody has opened. Whoever cancels does not wait for that.
/// </summary>
internal static class SecretInput
{
    /// <summary>Fills a buffer as far as the stream goes.</summary>
    /// <inheritdoc cref="FillAsync(byte[], Func{Task{int}}, CancellationToken)"/>
    public static Task<int> FillAsync(byte[] buffer, Stream input, CancellationToken cancel) =>
        FillAsync(buffer, () => input.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel).AsTask(), cancel);

    /// <param name="buffer">The caller clears it; here only what comes after the cancelling is.</param>
    /// <param name="fill">May block.</param>
    /// <returns>How many bytes came.</returns>
    public static async Task<int> FillAsync(byte[] buffer, Func<Task<int>> fill, CancellationToken cancel)
    {
        Task<int> filling = Task.Run(fill, CancellationToken.None);
        try
        {
            return await filling.WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            // The read goes on until the process ends, and may still write into the buffer.
            _ = filling.ContinueWith(
                _ => Array.Clear(buffer), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }
}
