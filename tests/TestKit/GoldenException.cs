namespace HwToken.TestKit;

/// <summary>What a test made is not what its golden file says.</summary>
public sealed class GoldenException : Exception
{
    public GoldenException()
    {
    }

    public GoldenException(string message)
        : base(message)
    {
    }

    public GoldenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
