using System.Runtime.Versioning;
using HwToken.Client.Errors;
using HwToken.Client.Tests.Peers;
using HwToken.Client.Transports;
using HwToken.TestKit.Desktop;

namespace HwToken.Client.Tests.Transports;

/// <summary>On real pseudo-terminals, so that what System.IO.Ports and the kernel do is part of the test.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SerialTransportTests : IDisposable
{
    private static readonly byte[] EveryByte = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task ReadAndWrite_EveryByteThroughASymlink_ArriveUnchanged()
    {
        using var port = new Pseudoterminal(BytePeer.Echo);
        File.CreateSymbolicLink(_folder["token"], port.Path);
        await using SerialTransport transport = SerialTransport.Open(PortAddress.Parse(_folder["token"]));

        await transport.WriteAsync(EveryByte, CancellationToken.None);

        Assert.Equal(EveryByte, await ReadAsync(transport, EveryByte.Length));
        Assert.Equal(_folder["token"], transport.Name);
    }

    [UnixFact]
    public async Task ReadAsync_CancelledTimeAndAgain_LosesNoByte()
    {
        const int Count = 500;
        using var port = new Pseudoterminal(BytePeer.Echo);
        await using SerialTransport transport = Open(port);
        var received = new List<byte>();
        byte[] buffer = new byte[7];
        for (int i = 0; i < Count; i++)
        {
            await transport.WriteAsync(new byte[] { (byte)i }, CancellationToken.None);

            // Cancelled before, while or after a byte comes back: whatever the moment makes of it.
            using var cancellation = new CancellationTokenSource();
            ValueTask<int> reading = transport.ReadAsync(buffer, cancellation.Token);
            await cancellation.CancelAsync();
            try
            {
                received.AddRange(buffer.AsSpan(0, await reading));
            }
            catch (OperationCanceledException)
            {
                // The next read finds them.
            }
        }

        received.AddRange(await ReadAsync(transport, Count - received.Count));
        Assert.Equal(Enumerable.Range(0, Count).Select(i => (byte)i), received);
    }

    [UnixFact]
    public async Task ReadAsync_Unplugged_EndsAndStaysSo()
    {
        using var port = new Pseudoterminal(BytePeer.Silent);
        await using SerialTransport transport = Open(port);
        ValueTask<int> reading = transport.ReadAsync(new byte[1], CancellationToken.None);

        port.Dispose();

        await Assert.ThrowsAsync<TokenUnpluggedException>(async () => await reading);
        await Assert.ThrowsAsync<TokenUnpluggedException>(async () => await transport.ReadAsync(new byte[1], CancellationToken.None));
    }

    [UnixFact]
    public async Task ReadAsync_BytesBeforeThePlugWasPulled_AreStillRead()
    {
        using var port = new Pseudoterminal(BytePeer.Echo);
        await using SerialTransport transport = Open(port);
        await transport.WriteAsync(EveryByte, CancellationToken.None);
        Assert.Equal(EveryByte[..1], await ReadAsync(transport, 1));
        byte[] rest = await ReadAsync(transport, EveryByte.Length - 1);

        port.Dispose();

        Assert.Equal(EveryByte[1..], rest);
        await Assert.ThrowsAsync<TokenUnpluggedException>(async () => await transport.ReadAsync(new byte[1], CancellationToken.None));
    }

    [UnixFact]
    public async Task WriteAsync_Unplugged_EndsInsteadOfWaiting()
    {
        using var port = new Pseudoterminal(BytePeer.Silent);
        await using SerialTransport transport = Open(port);
        await UnplugAsync(port, transport);

        await Assert.ThrowsAsync<TokenUnpluggedException>(
            async () => await transport.WriteAsync(EveryByte, CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromMinutes(5)));
    }

    [UnixFact]
    public async Task WriteAsync_NobodyTakesAnything_CanBeCancelled()
    {
        using var gate = new ManualResetEventSlim();
        using var port = new Pseudoterminal(new BytePeer(_ =>
        {
            gate.Wait();
            return [];
        }));
        await using SerialTransport transport = Open(port);
        using var cancellation = new CancellationTokenSource();
        try
        {
            Task writing = transport.WriteAsync(new byte[100_000], cancellation.Token).AsTask();

            await cancellation.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        }
        finally
        {
            gate.Set();
        }
    }

    [UnixFact]
    public async Task DisposeAsync_ReadPending_EndsIt()
    {
        using var port = new Pseudoterminal(BytePeer.Silent);
        SerialTransport transport = Open(port);
        Task<int> reading = transport.ReadAsync(new byte[1], CancellationToken.None).AsTask();

        await DisposeAsync(transport);

        await Assert.ThrowsAnyAsync<Exception>(() => reading);
    }

    [UnixFact]
    public async Task DisposeAsync_UnpluggedAndWrittenTo_DoesNotHang()
    {
        using var port = new Pseudoterminal(BytePeer.Silent);
        SerialTransport transport = Open(port);
        await UnplugAsync(port, transport);
        await Assert.ThrowsAsync<TokenUnpluggedException>(async () => await transport.WriteAsync(EveryByte, CancellationToken.None));

        await DisposeAsync(transport);
    }

    [UnixFact]
    public async Task DisposeAsync_Flooded_DoesNotHang()
    {
        using var port = new Pseudoterminal(new BytePeer(_ => new byte[1_000_000]));
        SerialTransport transport = Open(port);
        await transport.WriteAsync(EveryByte, CancellationToken.None);
        await ReadAsync(transport, 1);

        await DisposeAsync(transport);
    }

    [UnixFact]
    public async Task Open_AfterDisposal_WorksAgain()
    {
        using var port = new Pseudoterminal(BytePeer.Echo);
        for (int i = 0; i < 3; i++)
        {
            await using SerialTransport transport = Open(port);
            await transport.WriteAsync(EveryByte, CancellationToken.None);
            Assert.Equal(EveryByte, await ReadAsync(transport, EveryByte.Length));
        }
    }

    [LinuxFact]
    public async Task Open_HeldByAnotherProgram_IsBusyAtOnce()
    {
        using var port = new Pseudoterminal(BytePeer.Silent);
        await using SerialTransport other = Open(port);

        var e = Assert.Throws<PortBusyException>(() => Unprivileged.Run(() => Open(port)));

        Assert.Equal((port.Path, false, TokenFailure.Failed), (e.Port, e.IsUsedByHwToken, e.Kind));
        Assert.Contains("another program", e.Message, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void Open_NotPermitted_NamesTheCure()
    {
        using var port = new Pseudoterminal(BytePeer.Silent);
        File.SetUnixFileMode(port.Path, UnixFileMode.None);

        var e = Assert.Throws<PortUnusableException>(() => Unprivileged.Run(() => Open(port)));

        Assert.Contains("no permission", e.Message, StringComparison.Ordinal);
        Assert.Contains("group", e.Hint, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Open_NothingThere_IsNoToken()
    {
        var e = Assert.Throws<NoTokenException>(() => SerialTransport.Open(PortAddress.Parse(_folder["ttyUSB9"])));

        Assert.Contains(_folder["ttyUSB9"], e.Message, StringComparison.Ordinal);
        Assert.Equal(TokenFailure.NoToken, e.Kind);
    }

    [UnixFact]
    public void Open_NoSerialPort_IsNoToken()
    {
        File.WriteAllText(_folder["notes"], "not to be touched");
        foreach (string path in new[] { _folder["notes"], _folder.Root, "/dev/null" })
        {
            var e = Assert.Throws<NotATokenException>(() => SerialTransport.Open(PortAddress.Parse(path)));
            Assert.Contains("not a serial port", e.Message, StringComparison.Ordinal);
        }

        Assert.Equal("not to be touched", File.ReadAllText(_folder["notes"]));
    }

    private static SerialTransport Open(Pseudoterminal port) => SerialTransport.Open(PortAddress.Parse(port.Path));

    private static async Task UnplugAsync(Pseudoterminal port, SerialTransport transport)
    {
        port.Dispose();
        await Assert.ThrowsAsync<TokenUnpluggedException>(async () => await transport.ReadAsync(new byte[1], CancellationToken.None));
    }

    /// <summary>On another thread, since it is not the caller that is to hang.</summary>
    private static Task DisposeAsync(SerialTransport transport) =>
        Task.Run(async () => await transport.DisposeAsync()).WaitAsync(TimeSpan.FromMinutes(5));

    private static async Task<byte[]> ReadAsync(SerialTransport transport, int count)
    {
        byte[] bytes = new byte[count];
        for (int read = 0; read < count;)
        {
            read += await transport.ReadAsync(bytes.AsMemory(read), CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromMinutes(5));
        }

        return bytes;
    }
}
