namespace HwToken.Cli.Tokens;

/// <summary>Some tokens have the account and some have not; what stopped it comes with it, and decides the exit status.</summary>
/// <param name="hint">What to do, now that it is so.</param>
internal sealed class PartlyStoredException(string hint, Exception cause) : Exception(cause.Message, cause)
{
    public string Hint { get; } = hint;
}
