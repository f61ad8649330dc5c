using System.Diagnostics;
using HwToken.Cli.Accounts;
using HwToken.Cli.Errors;

namespace HwToken.Cli.Tests.Accounts;

public sealed class PictureFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-picture-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<int> ReadAsync(string path, CancellationToken cancel = default) =>
        PictureFile.ReadAsync(path, Stream.Null, new byte[16], cancel);

    [Fact]
    public async Task Read_NoFile_NamesIt()
    {
        string path = Path.Combine(_folder, "absent.png");
        CliException e = await Assert.ThrowsAsync<CliException>(() => ReadAsync(path));
        Assert.Equal($"there is no file {path}", e.Message);
    }

    [Fact]
    public async Task Read_Folder_CannotBeRead()
    {
        CliException e = await Assert.ThrowsAsync<CliException>(() => ReadAsync(_folder));
        Assert.Equal($"{_folder} cannot be read", e.Message);
    }

    [FactNeeding("mkfifo")]
    public async Task Read_NamedPipeThatNobodyWritesTo_IsGivenUpWhenCancelled()
    {
        string path = Path.Combine(_folder, "pipe");
        using (Process mkfifo = Process.Start("mkfifo", [path]))
        {
            await mkfifo.WaitForExitAsync();
        }

        using var cancellation = new CancellationTokenSource();
        Task<int> reading = Task.Run(() => ReadAsync(path, cancellation.Token));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromMinutes(5)));
    }
}
