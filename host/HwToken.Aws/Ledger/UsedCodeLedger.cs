using HwToken.Aws.Cache;
using HwToken.Aws.Sessions;
using HwToken.Base;
using HwToken.Base.Files;

namespace HwToken.Aws.Ledger;

/// <summary>
/// Sees to it that the code of a (device, time step) pair goes to AWS at most once, whatever process, profile or role
/// it is for, or whoever was handed it to send it: AWS refuses the second use.
/// </summary>
internal sealed class UsedCodeLedger(PrivateFolder folder, TimeProvider time)
{
    /// <summary>The one that all processes of a user keep.</summary>
    public static UsedCodeLedger Of(HostEnvironment environment, TimeProvider time) =>
        new(new PrivateFolder(Path.Combine(environment.CacheFolder, "devices")), time);

    /// <summary>Waits until no other process is between asking this device for a code and STS's answer.</summary>
    /// <param name="onWait">Called once, if another process is; with whether no other process waits for it.</param>
    /// <exception cref="AwsException">Another process has been at it for too long.</exception>
    public async Task<DeviceTurn> TakeTurnAsync(
        string mfaSerial, WarningList warnings, Action<bool> onWait, CancellationToken cancellation)
    {
        string name = Hashing.ShortName(mfaSerial);
        LockWait? wait = null;
        using var first = new FirstToWait();
        while (true)
        {
            if (folder.TryLock(name + ".lock", warnings) is { } held)
            {
                return new DeviceTurn(folder, name + ".spent.json", mfaSerial, held, time, warnings);
            }

            if (wait is null)
            {
                wait = new LockWait(time, "the MFA device");
                onWait(first.TryBe(() => folder.TryLock(name + ".wait.lock", warnings)));
            }

            await wait.PauseAsync(cancellation).ConfigureAwait(false);
        }
    }
}
