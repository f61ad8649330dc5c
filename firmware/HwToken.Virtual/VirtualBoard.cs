// The board of simulated parts, and those of its parts that are not chips.
using System.Security.Cryptography;
using HwToken.Device.Accounts;
using HwToken.Device.Ports;
using HwToken.Device.Time;
using HwToken.Device.Vault;
using HwToken.Virtual.Chips;
using HwToken.Virtual.Errors;

namespace HwToken.Virtual;

/// <summary>Puts the simulated parts together.</summary>
internal static class VirtualBoard
{
    internal static Board Assemble(
        VirtualTokenOptions options, IDisplay display, IButton button, IStorage storage, ILink link)
    {
        SimulatedDs3231 clock = new(options.TimeProvider, options.DriftPpm);
        SystemEntropy entropy = new();
        if (options.ClockOffset is { } offset)
        {
            DateTimeOffset now = options.TimeProvider.GetUtcNow() + offset;
            if (!TokenClock.CanHold(now.ToUnixTimeSeconds()))
            {
                throw new VirtualTokenException(
                    $"the clock cannot show {now:yyyy-MM-dd}", "give a clock offset that leads between 1970 and 2169");
            }

            clock.StartAt(now);
            RememberThatItWasSet(storage, entropy, clock);
        }

        return new Board
        {
            Name = "virtual",
            ClockChip = clock,
            Display = display,
            Button = button,
            Storage = storage,
            Link = link,
            Power = options.BatteryMillivolts is { } millivolts ? new BatteryPower(millivolts) : new UsbPower(),
            Entropy = entropy,
            HmacSha256 = new PlatformHmacSha256(),
            VaultHmac = new PlatformHmacSha256(),
        };
    }

    /// <summary>The token believes its clock only if it remembers that its owner agreed to a time.</summary>
    private static void RememberThatItWasSet(IStorage storage, IEntropy entropy, SimulatedDs3231 clock)
    {
        TokenVault vault = new(storage, entropy, new PlatformHmacSha256(), new ClockSram(clock), new AccountIndex());
        vault.Load();
        if (!vault.IsFaulted && new Ds3231(clock).Read(out long seconds) == ClockReading.Running)
        {
            new ClockDiscipline(vault.Clock).Restart(seconds);
            vault.Save();
        }
    }
}

/// <summary>A token that hangs on USB and has no battery to measure.</summary>
internal sealed class UsbPower : IPower
{
    public int BatteryMillivolts => 0;

    public bool ExternalPower => true;
}

/// <summary>A token on cells of one voltage, whatever it does.</summary>
internal sealed class BatteryPower(int millivolts) : IPower
{
    public int BatteryMillivolts => millivolts;

    public bool ExternalPower => false;
}

/// <summary>The host's random generator, which is better than the chip's.</summary>
internal sealed class SystemEntropy : IEntropy
{
    public void Fill(byte[] buffer, int count) => RandomNumberGenerator.Fill(buffer.AsSpan(0, count));
}
