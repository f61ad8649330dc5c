// Which codes are used up, and whose turn it is to use a device's next one.
using HwToken.Aws.Cache;
using HwToken.Aws.Model;
using HwToken.Base;
using HwToken.Base.Files;

namespace HwToken.Aws.Codes;

/// <summary>
/// Sees to it that the code of a (device, time step) pair goes to AWS at most once, whatever process, profile or role
/// it is for, or who was given it to send: AWS refuses the second use.
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
        string name = ShortNames.Of(mfaSerial);
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

/// <summary>
/// One process's time with one MFA device: from before it asks for a code until STS has answered, or the code is somebody
/// else's to send.
/// </summary>
internal sealed class DeviceTurn : IDisposable
{
    // AWS takes a code for a step or so on either side, so a spent step beyond that was a wrong clock's, and the
    // token need not wait for its clock to come by there again.
    private const int StepsAhead = 2;

    // A clock that stands still, or is set back, gives the same codes again; nobody leaves it so for longer.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private readonly PrivateFolder _folder;
    private readonly string _file;
    private readonly string _mfaSerial;
    private readonly FileLock _held;
    private readonly TimeProvider _time;
    private readonly WarningList _warnings;
    private readonly List<SpentStep> _spent;

    public DeviceTurn(
        PrivateFolder folder, string file, string mfaSerial, FileLock held, TimeProvider time, WarningList warnings)
    {
        (_folder, _file, _mfaSerial, _held, _time, _warnings) = (folder, file, mfaSerial, held, time, warnings);
        SpentSteps? spent = folder.Read(file, CacheJson.Default.SpentSteps);
        _spent = spent?.MfaSerial == mfaSerial ? [.. spent.Steps.Where(IsRemembered)] : [];
    }

    /// <summary>The time step of this moment, by this computer's clock.</summary>
    public long CurrentStep => AwsTimeStep.Now(_time);

    /// <summary>The last spent step that the device may still be in, or just before; null if there is none.</summary>
    public long? AfterTimeStep
    {
        get
        {
            IEnumerable<SpentStep> near = _spent.Where(s => s.Step <= CurrentStep + StepsAhead);
            return near.MaxBy(s => s.Step)?.Step;
        }
    }

    public bool IsSpent(long timeStep) => _spent.Any(s => s.Step == timeStep);

    /// <summary>Writes down that a code is about to leave. Comes before it does: an answer may never come.</summary>
    public void Spend(long timeStep)
    {
        _spent.Add(new SpentStep(timeStep, _time.GetUtcNow()));
        Write();
    }

    /// <summary>Only for a code that certainly reached nobody.</summary>
    public void TakeBack(long timeStep)
    {
        _spent.RemoveAll(s => s.Step == timeStep);
        Write();
    }

    public void Dispose() => _held.Dispose();

    private bool IsRemembered(SpentStep spent) => (_time.GetUtcNow() - spent.At).Duration() < Memory;

    private void Write() => _warnings.Attempt(
        () => _folder.Write(_file, new SpentSteps(_mfaSerial, _spent), CacheJson.Default.SpentSteps),
        WarningKind.CodeNotRecorded,
        "the used MFA code is not written down",
        "wait for the token's next code before asking for another session");
}
