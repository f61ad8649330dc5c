using System.IO.Pipes;
using HwToken.Cli.Secrets;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Cli.Tests.Secrets;

public class SecretInputTests
{
    [Fact]
    public async Task FillAsync_CancelledBeforeAnythingComes_DoesNotWaitForIt()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        // As stdin is opened: a read of it cannot be cancelled.
        await using var input = new FileStream(
            new SafeFileHandle(pipe.ClientSafePipeHandle.DangerousGetHandle(), ownsHandle: false), FileAccess.Read, bufferSize: 0);
        using var cancellation = new CancellationTokenSource();
        Task<int> filling = SecretInput.FillAsync(new byte[8], input, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => filling.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task FillAsync_BytesThatComeAfterTheCancelling_AreOverwritten()
    {
        byte[] buffer = new byte[3];
        var reading = new TaskCompletionSource<int>();
        using var cancellation = new CancellationTokenSource();
        Task<int> filling = SecretInput.FillAsync(buffer, () => reading.Task, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => filling);

        "key"u8.CopyTo(buffer);
        reading.SetResult(3);

        Assert.Equal(new byte[3], buffer);
    }
}
