namespace HwToken.TestKit;

/// <summary>
/// The trait of tests that need what this process cannot simulate (pseudo-terminals, signals, processes, other people's
/// programs) and therefore real time: <c>--filter Kind=Real</c> and <c>Kind!=Real</c>. None of them decides by it.
/// </summary>
public static class Real
{
    public const string Name = "Kind";
    public const string Yes = "Real";
}
