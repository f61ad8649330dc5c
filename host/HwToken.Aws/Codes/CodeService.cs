// Codes that nobody here has had before.
using HwToken.Aws.Model;
using HwToken.Base;

namespace HwToken.Aws.Codes;

/// <summary>Gets MFA codes that somebody else sends to AWS, by the same ledger as the sessions here: each is given out once.</summary>
/// <param name="progress">Told what a request waits for, on the thread that works on it.</param>
public sealed class CodeService(
    HostEnvironment environment, ICodeSource codes, TimeProvider time, IProgress<SessionProgress>? progress = null)
{
    private readonly UnusedCodeSource _codes = new(codes, UsedCodeLedger.Of(environment, time), progress);

    /// <summary>A code that neither this nor a session has had; the device's next one, where the present one is spent.</summary>
    /// <param name="mfaSerial">ARN of the MFA device.</param>
    /// <param name="reason">As <see cref="MfaCodeRequest.Reason"/>.</param>
    /// <exception cref="AwsException">No code.</exception>
    public async Task<CodeResult> GetAsync(string mfaSerial, string reason, CancellationToken cancellation)
    {
        var warnings = new WarningList();
        using DeviceTurn turn = await _codes.TakeTurnAsync(mfaSerial, warnings, cancellation).ConfigureAwait(false);
        var request = new MfaCodeRequest { MfaSerial = mfaSerial, Reason = reason };
        MfaCode code = await _codes.TakeAsync(turn, request, cancellation).ConfigureAwait(false);
        return new CodeResult(code, warnings.All);
    }
}

/// <summary>Takes codes that nobody here has had before: in the device's turn, and written down before they are handed out.</summary>
internal sealed class UnusedCodeSource(ICodeSource codes, UsedCodeLedger ledger, IProgress<SessionProgress>? progress)
{
    /// <summary>Waits until no other process uses a code of this device.</summary>
    /// <returns>The device's turn, which lasts until it is disposed of.</returns>
    /// <exception cref="AwsException">Another process has been at it for too long.</exception>
    public Task<DeviceTurn> TakeTurnAsync(string mfaSerial, WarningList warnings, CancellationToken cancellation) =>
        ledger.TakeTurnAsync(
            mfaSerial,
            warnings,
            isFirst => progress?.Report(isFirst ? SessionProgress.WaitingForDevice : SessionProgress.WaitingForDeviceToo),
            cancellation);

    /// <param name="turn">With the request's device.</param>
    /// <param name="request">What is spent is filled in here.</param>
    /// <returns>A code that is spent from now on.</returns>
    /// <exception cref="AwsException">No code.</exception>
    public async Task<MfaCode> TakeAsync(DeviceTurn turn, MfaCodeRequest request, CancellationToken cancellation)
    {
        MfaCode code = await AskAsync(request, turn, cancellation).ConfigureAwait(false);
        turn.Spend(code.TimeStep);
        return code;
    }

    private async Task<MfaCode> AskAsync(MfaCodeRequest request, DeviceTurn turn, CancellationToken cancellation)
    {
        MfaCode code = await AskAsync(request, turn.AfterTimeStep, turn.CurrentStep, cancellation).ConfigureAwait(false);
        if (turn.IsSpent(code.TimeStep))
        {
            // The two clocks disagree, so the ledger looked for spent steps at another time than the token's.
            code = await AskAsync(request, code.TimeStep, code.TimeStep, cancellation).ConfigureAwait(false);
        }

        return !turn.IsSpent(code.TimeStep)
            ? code
            : throw new AwsException(
                FailureKind.TokenFailed,
                "the token gives an MFA code that was used before",
                "its clock may stand still: hwtoken clock compares it with this computer's");
    }

    private Task<MfaCode> AskAsync(
        MfaCodeRequest request, long? afterTimeStep, long currentStep, CancellationToken cancellation)
    {
        progress?.Report(
            request.FollowsRefusal ? SessionProgress.AskingAfterRefusal
            : afterTimeStep >= currentStep ? SessionProgress.AskingForNextCode
            : SessionProgress.AskingForCode);
        return codes.GetCodeAsync(request with { AfterTimeStep = afterTimeStep }, cancellation);
    }
}
