namespace HwToken.Cli.Terminal;

/// <summary>
/// The person's own screen and keyboard, whatever stdin, stdout and stderr are connected to: under
/// <c>credential_process</c> the caller keeps all three for itself.
/// </summary>
internal interface ITerminal
{
    /// <summary>Whether keys can be read: the screen can be reached without the keyboard, not the other way round.</summary>
    bool CanRead { get; }

    void Write(string text);

    /// <summary>From here on the terminal does not show by itself what is typed. Before the prompt, which invites to type.</summary>
    void HideKeys();

    /// <summary>Ends <see cref="HideKeys"/>, for a program that takes this process's place and the terminal with it.</summary>
    void ShowKeys();

    /// <summary>The next key, not shown on the screen.</summary>
    /// <exception cref="OperationCanceledException">Ctrl-C, which comes as a signal and not as a key.</exception>
    Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancel);
}
