using HwToken.Device.Accounts;
using HwToken.Core.Protocol;
using HwToken.Device.Ports;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;
using HwToken.Virtual;

namespace HwToken.Device.Tests.Vault;

/// <summary>A vault and the lock on it, over a storage, in a time that a test moves on.</summary>
internal sealed class PinBench
{
    /// <summary>What one portion of the rounds takes: so long that a second holds few more than must be.</summary>
    public const int PortionMs = 31;

    public PinBench(IStorage storage)
    {
        Vault = new TokenVault(storage, new SeededEntropy(), new PlatformHmacSha256(), new NoBatteryMemory(), new AccountIndex());
        Vault.Load();
        Lock = new PinLock(Vault, new SeededEntropy(), new PlatformHmacSha256());
        Lock.FinishErasing();
    }

    public TokenVault Vault { get; }

    public PinLock Lock { get; }

    public long NowMs { get; set; } = 1L << 33;

    public static byte[] Digits(string pin) => [.. pin.Select(digit => (byte)(digit - '0'))];

    /// <summary>Gives a PIN, as soon as one is taken.</summary>
    /// <returns>Why it was not taken, or what came of it.</returns>
    public Status Try(string pin)
    {
        NowMs += 1000L * Lock.WaitSeconds(NowMs);
        Status begun = Lock.TryCheck(Digits(pin), pin.Length, NowMs);
        return begun == Status.Ok ? Finish() : begun;
    }

    public Status Set(string pin, int maxTries = 8, bool erases = false)
    {
        Status begun = Lock.TrySet(Digits(pin), pin.Length, maxTries, erases, NowMs);
        return begun == Status.Ok ? Finish() : begun;
    }

    public Status Finish()
    {
        do
        {
            NowMs += PortionMs;
        }
        while (!Lock.Step(NowMs));

        return Lock.Result;
    }
}
