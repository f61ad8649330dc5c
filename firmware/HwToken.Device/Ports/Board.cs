using HwToken.Core.Otp;

namespace HwToken.Device.Ports;

/// <summary>Everything that a token stands on, for a board to fill in.</summary>
public sealed class Board
{
    /// <summary>What it runs on, such as "esp32" or "virtual": at most 16 ASCII characters.</summary>
    public string Name { get; set; }

    public IClockChip ClockChip { get; set; }

    public IDisplay Display { get; set; }

    public IButton Button { get; set; }

    public IStorage Storage { get; set; }

    public ILink Link { get; set; }

    public IPower Power { get; set; }

    public IEntropy Entropy { get; set; }

    /// <summary>The platform's own HMAC-SHA256, for codes.</summary>
    public IHmac HmacSha256 { get; set; }

    /// <summary>Another one, for the vault: each keeps a key.</summary>
    public IHmac VaultHmac { get; set; }
}
