using HwToken.Aws.Ledger;
using HwToken.Aws.Sessions;
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
