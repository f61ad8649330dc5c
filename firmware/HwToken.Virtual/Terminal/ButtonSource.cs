namespace HwToken.Virtual.Terminal;

/// <summary>Who presses the button, besides a token that agrees by itself.</summary>
internal enum ButtonSource
{
    /// <summary>Keys of the terminal, if standard input is one.</summary>
    Keys,

    Nobody,

    /// <summary>Lines of standard input.</summary>
    Lines,
}
