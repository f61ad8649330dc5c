using HwToken.Virtual.Links;

namespace HwToken.Virtual.Tests.Links;

public class ReceiveQueueTests
{
    private readonly ReceiveQueue _queue = new();

    [Fact]
    public void Read_Empty_IsZero() => Assert.Equal(0, _queue.Read(new byte[4]));

    [Fact]
    public async Task Read_LessThanIsThere_LeavesTheRestForTheNext()
    {
        await _queue.WriteAsync(new byte[] { 1, 2, 3 });
        byte[] buffer = new byte[2];

        Assert.Equal(2, _queue.Read(buffer));
        Assert.Equal([1, 2], buffer);
        Assert.Equal(1, _queue.Read(buffer));
        Assert.Equal(3, buffer[0]);
        Assert.Equal(0, _queue.Read(buffer));
    }

    [Fact]
    public async Task WriteAsync_Full_WaitsUntilSomethingIsRead()
    {
        Task<bool> writing = _queue.WriteAsync(new byte[ReceiveQueue.Capacity]).AsTask();
        Assert.False(writing.IsCompleted);

        Assert.Equal(ReceiveQueue.Capacity, _queue.Read(new byte[ReceiveQueue.Capacity]));

        Assert.True(await writing);
    }

    [Fact]
    public void WriteAsync_Full_TellsTheReaderBeforeItWaits()
    {
        int told = 0;
        _queue.Arrived += () => told++;

        Task<bool> writing = _queue.WriteAsync(new byte[ReceiveQueue.Capacity]).AsTask();

        Assert.False(writing.IsCompleted);
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task Close_WriterWaits_LetsItGoAndTellsIt()
    {
        Task<bool> writing = _queue.WriteAsync(new byte[ReceiveQueue.Capacity]).AsTask();

        _queue.Close();

        Assert.False(await writing);
        Assert.False(await _queue.WriteAsync(new byte[] { 1 }));
    }

    [Fact]
    public async Task Read_WhileAnotherWrites_LosesAndMovesNothing()
    {
        int rounds = Effort.Cases(few: 300, full: 2000);
        byte[] piece = [.. Enumerable.Range(0, 251).Select(value => (byte)value)];
        Task writing = Task.Run(async () =>
        {
            for (int i = 0; i < rounds; i++)
            {
                Assert.True(await _queue.WriteAsync(piece));
            }
        });

        byte[] portion = new byte[128];
        for (int at = 0; at < rounds * piece.Length;)
        {
            int count = _queue.Read(portion);
            Assert.InRange(count, 0, portion.Length);
            for (int i = 0; i < count; i++, at++)
            {
                Assert.Equal(piece[at % piece.Length], portion[i]);
            }
        }

        await writing;
    }
}
