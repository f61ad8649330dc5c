using System.Diagnostics;
using System.IO.Ports;
using HwToken.Virtual.Links;
using HwToken.Virtual.Posix;
using HwToken.Virtual.Tests.Support;

namespace HwToken.Virtual.Tests.Links;

[Trait(Real.Name, Real.Yes)]
public sealed class PtyLinkTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private HostLink _link = null!;

    private string Path => _folder.File("token");

    public Task InitializeAsync()
    {
        if (PseudoTerminal.IsSupported)
        {
            _link = HostLink.Open(LinkAddress.Parse(Path));
            _link.Start();
        }

        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (_link is not null)
        {
            await _link.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task Open_NotStarted_HasNoPathYet()
    {
        string path = _folder.File("later");
        await using HostLink link = HostLink.Open(LinkAddress.Parse(path));

        Assert.False(File.Exists(path));
    }

    [UnixFact]
    public async Task Line_AsAFile_CarriesEveryByteBothWays()
    {
        using FileStream host = OpenHost();

        await host.WriteAsync(LinkReader.AllBytes);
        Assert.Equal(LinkReader.AllBytes, await _link.ReadAsync(256));

        _link.Write(LinkReader.AllBytes);
        byte[] received = new byte[256];
        await host.ReadExactlyAsync(received).AsTask().WaitAsync(Eventually.Limit);
        Assert.Equal(LinkReader.AllBytes, received);
    }

    [UnixFact]
    public async Task Line_AsASerialPort_CarriesEveryByteBothWays()
    {
        using SerialPort host = OpenPort();

        host.Write(LinkReader.AllBytes, 0, 256);
        Assert.Equal(LinkReader.AllBytes, await _link.ReadAsync(256));

        _link.Write(LinkReader.AllBytes);
        byte[] received = new byte[256];
        for (int read = 0; read < 256;)
        {
            read += host.Read(received, read, 256 - read);
        }

        Assert.Equal(LinkReader.AllBytes, received);
    }

    [UnixFact]
    public async Task Line_HostEchoesNothing_UntilTheTokenAnswers()
    {
        using FileStream host = OpenHost();
        await host.WriteAsync("no echo\n"u8.ToArray());
        await _link.ReadAsync(8);

        _link.Write([1]);

        Assert.Equal(1, host.ReadByte());
    }

    [UnixFact]
    public async Task Line_HostClosesIt_NextHostFindsItAlive()
    {
        for (int i = 0; i < 3; i++)
        {
            using SerialPort host = OpenPort();
            host.Write([(byte)i], 0, 1);
            Assert.Equal([(byte)i], await _link.ReadAsync(1));
            _link.Write([(byte)(i + 10)]);
            Assert.Equal(i + 10, host.ReadByte());
        }
    }

    [UnixFact]
    public async Task Write_NobodyReads_LosesBytesAndDoesNotWait()
    {
        for (int i = 0; i < 4096; i++)
        {
            _link.Write(LinkReader.AllBytes);
        }

        using FileStream host = OpenHost();
        await host.WriteAsync(new byte[] { 1 });
        Assert.Equal([1], await _link.ReadAsync(1));
    }

    [UnixFact]
    public async Task Write_BeforeTheHostOpens_IsNotWhatItReads()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using FileStream observer = await OpenObserver();
        LinuxTerminal terminal = new(observer.SafeFileHandle);
        _link.Write([1, 2, 3]);
        await Eventually.IsTrue(() => terminal.UnreadBytes == 3);

        using FileStream host = OpenHost();
        await host.WriteAsync(new byte[] { 0 });
        await _link.ReadAsync(1);
        _link.Write([4]);

        Assert.Equal(4, host.ReadByte());
    }

    [UnixFact]
    public async Task Read_HostFloods_HostWaitsAndMemoryDoesNotGrow()
    {
        using FileStream host = OpenHost();
        long sent = 0;
        using CancellationTokenSource stop = new();
        Task flood = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                host.Write(LinkReader.AllBytes);
                Interlocked.Add(ref sent, 256);
            }
        });

        await Eventually.IsTrue(() => Interlocked.Read(ref sent) > 0);
        long before = -1;
        await Eventually.IsTrue(() =>
        {
            Thread.Sleep(50);
            long now = Interlocked.Read(ref sent);
            bool stands = now == before;
            before = now;
            return stands;
        });

        // The kernel's two buffers and ours: far from what a sender without a brake gets rid of in that time.
        Assert.InRange(before, 1, 256 * 1024);

        await stop.CancelAsync();
        byte[] rest = new byte[1024];
        await Eventually.IsTrue(() => _link.Read(rest, 0, rest.Length) == 0 && flood.IsCompleted);
    }

    [UnixFact]
    public async Task DisposeAsync_HostWaitsForBytes_ItSeesTheEnd()
    {
        using FileStream host = OpenHost();
        Task<int> reading = Task.Run(() =>
        {
            try
            {
                return host.Read(new byte[1]);
            }
            catch (IOException)
            {
                return -1;
            }
        });

        await _link.DisposeAsync();
        _link = null!;

        Assert.InRange(await reading.WaitAsync(Eventually.Limit), -1, 0);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [UnixFact]
    public async Task DisposeAsync_FloodUnderWay_DoesNotHang()
    {
        using FileStream host = OpenHost();
        Task flood = Task.Run(() =>
        {
            try
            {
                while (true)
                {
                    host.Write(LinkReader.AllBytes);
                }
            }
            catch (IOException)
            {
                // Unplugged.
            }
        });

        await Eventually.IsTrue(() => _link.Read(new byte[1], 0, 1) == 1);
        await _link.DisposeAsync().AsTask().WaitAsync(Eventually.Limit);
        _link = null!;
        await flood.WaitAsync(Eventually.Limit);
    }

    [UnixFact]
    public async Task Line_HostThatReservedItIsKilled_OthersMayOpenItAgain()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using FileStream observer = await OpenObserver();
        LinuxTerminal terminal = new(observer.SafeFileHandle);
        using Process host = Child.Start(Child.HoldPort, Path);
        Assert.Equal("ready", await host.StandardOutput.ReadLineAsync());
        Assert.True(terminal.IsExclusive);

        await host.KillNow();

        await Eventually.IsTrue(() => !terminal.IsExclusive);
    }

    private FileStream OpenHost() =>
        new(Path, new FileStreamOptions { Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, BufferSize = 0 });

    /// <summary>A host that the link has already noticed, so that its coming does not disturb what it observes.</summary>
    private async Task<FileStream> OpenObserver()
    {
        FileStream observer = OpenHost();
        await observer.WriteAsync(new byte[] { 0 });
        await _link.ReadAsync(1);
        return observer;
    }

    private SerialPort OpenPort()
    {
        SerialPort port = new(Path, 115200, Parity.None, 8, StopBits.One)
        {
            ReadTimeout = (int)Eventually.Limit.TotalMilliseconds,
        };
        port.Open();
        return port;
    }
}
