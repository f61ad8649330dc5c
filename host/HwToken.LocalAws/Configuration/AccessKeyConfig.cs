namespace HwToken.LocalAws.Configuration;

/// <summary>A long-term access key.</summary>
public sealed class AccessKeyConfig
{
    /// <summary>AKIA..., 16 to 128 of upper-case letters and digits.</summary>
    public string Id { get; init; } = "";

    /// <summary>Printable ASCII; AWS's have 40 characters.</summary>
    public string Secret { get; init; } = "";
}
