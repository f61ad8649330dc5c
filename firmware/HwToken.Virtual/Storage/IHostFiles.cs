namespace HwToken.Virtual.Storage;

/// <summary>What the state file asks of the host's file system, where it may fail or lose power at any call.</summary>
/// <remarks>Every member throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> when refused.</remarks>
internal interface IHostFiles
{
    /// <returns>Its content, for the caller to clear; null if there is no such file.</returns>
    byte[]? Read(string path);

    /// <summary>A new file, for its owner alone, at a path that is free.</summary>
    IHostFile Create(string path);

    /// <summary>Removes a file, if it is there.</summary>
    void Delete(string path);

    /// <summary>Gives a file another path, in the place of any file there.</summary>
    void Move(string path, string newPath);

    /// <summary>Makes durable which files the folder of this path has, as far as the host can.</summary>
    void SyncFolderOf(string path);
}
