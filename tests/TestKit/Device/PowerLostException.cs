namespace HwToken.TestKit.Device;

/// <summary>Ends a token's program in the middle, as a power cut does. What storage held then, it holds.</summary>
public sealed class PowerLostException : Exception
{
    public PowerLostException()
    {
    }

    public PowerLostException(string message)
        : base(message)
    {
    }

    public PowerLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
