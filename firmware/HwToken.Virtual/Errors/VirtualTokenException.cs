namespace HwToken.Virtual.Errors;

/// <summary>The virtual token cannot start or go on: what is wrong, and the cure.</summary>
public sealed class VirtualTokenException : Exception
{
    public VirtualTokenException()
        : this("the virtual token failed", string.Empty)
    {
    }

    public VirtualTokenException(string message)
        : this(message, string.Empty)
    {
    }

    public VirtualTokenException(string message, Exception inner)
        : this(message, string.Empty, inner)
    {
    }

    /// <param name="message">What went wrong, lower case, no full stop.</param>
    /// <param name="hint">What to do about it, in the same form; empty if there is nothing to say.</param>
    public VirtualTokenException(string message, string hint, Exception? inner = null)
        : base(message, inner)
    {
        Hint = hint;
    }

    public string Hint { get; }
}
