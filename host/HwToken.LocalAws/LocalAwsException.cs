namespace HwToken.LocalAws;

/// <summary>The server cannot start as asked: what is wrong, and the cure.</summary>
/// <param name="message">Lower case, no full stop.</param>
/// <param name="hint">What to do about it, in the same style.</param>
public sealed class LocalAwsException(string message, string hint, Exception? cause = null) : Exception(message, cause)
{
    public string Hint { get; } = hint;
}
