namespace HwToken.Fuzz.Targets;

/// <summary>Every target, by name. They are made when they are asked for: the code they run is instrumented before.</summary>
public static class Catalog
{
    public static readonly IReadOnlyDictionary<string, Func<ITarget>> Targets = new Dictionary<string, Func<ITarget>>
    {
        ["frames"] = () => new FramesTarget(),
        ["vault"] = () => new VaultTarget(),
        ["otpauth"] = () => new OtpAuthTarget(),
        ["base32"] = () => new Base32Target(),
        ["token"] = () => new TokenTarget(),
    };
}
