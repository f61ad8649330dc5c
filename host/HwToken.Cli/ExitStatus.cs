namespace HwToken.Cli;

/// <summary>How a run ended, for the script that started it.</summary>
internal enum ExitStatus
{
    Done = 0,

    /// <summary>Something on this computer went wrong: a file, the configuration, the network, the serial line.</summary>
    Failed = 1,

    /// <summary>The command line says nothing that can be done.</summary>
    BadUsage = 2,

    /// <summary>No token, or none that can be told from the others.</summary>
    NoToken = 3,

    /// <summary>The owner declined, nobody pressed the button, or the token cannot do it in its present state.</summary>
    TokenRefused = 4,

    AwsRefused = 5,

    /// <summary>The program that <c>exec</c> was to run is there and cannot be run, as shells report it.</summary>
    CannotExecute = 126,

    /// <summary>The program that <c>exec</c> was to run is not there, as shells report it.</summary>
    CommandNotFound = 127,

    /// <summary>128 + SIGHUP: the terminal was closed.</summary>
    HungUp = 129,

    /// <summary>128 + SIGINT, as shells report it: Ctrl-C is the user's doing and none of the failures above.</summary>
    Interrupted = 130,

    /// <summary>128 + SIGTERM.</summary>
    Terminated = 143,
}
