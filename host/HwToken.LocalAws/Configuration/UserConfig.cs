namespace HwToken.LocalAws.Configuration;

/// <summary>An IAM user.</summary>
public sealed class UserConfig : RootConfig
{
    /// <summary>1 to 64 of letters, digits and +=,.@_-.</summary>
    public string Name { get; init; } = "";
}
