namespace HwToken.Client.Errors;

/// <summary>What a failure means to whoever started the program: it decides the exit status.</summary>
public enum TokenFailure
{
    /// <summary>The line, this computer or the two programs' versions are in the way.</summary>
    Failed,

    /// <summary>There is no token, or none that can be told from the others.</summary>
    NoToken,

    /// <summary>The owner declined, nobody pressed the button, or the token cannot do it as it is.</summary>
    Refused,
}
