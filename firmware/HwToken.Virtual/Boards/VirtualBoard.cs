using HwToken.Device.App;
using HwToken.Device.Ports;
using HwToken.Device.Time;
using HwToken.Device.Vault;
using HwToken.Virtual.Chips;

namespace HwToken.Virtual.Boards;

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
        TokenVault vault = new(storage, entropy, new PlatformHmacSha256(), new NoBatteryMemory());
        vault.Load();
        if (!vault.IsFaulted && new Ds3231(clock).Read(out long seconds) == ClockReading.Running)
        {
            new ClockDiscipline(vault.Clock).Restart(seconds);
            vault.SaveClock();
        }
    }
}
