using HwToken.Aws.Ledger;
using HwToken.Aws.Sessions;

namespace HwToken.Aws.Codes;

/// <summary>Takes codes that nobody has had before: in the device's turn, and written down before they are handed out.</summary>
internal sealed class UnusedCodeSource(ICodeSource codes, UsedCodeLedger ledger, IProgress<SessionProgress>? progress)
{
    /// <param name="reason">As <see cref="MfaCodeRequest.Reason"/>.</param>
    /// <returns>The device's turn, which lasts until it is disposed of, and its code, which is spent.</returns>
    /// <exception cref="AwsException">No code.</exception>
    public async Task<(DeviceTurn Turn, MfaCode Code)> TakeAsync(
        string mfaSerial, string reason, WarningList warnings, CancellationToken cancellation)
    {
        DeviceTurn turn = await ledger
            .TakeTurnAsync(mfaSerial, warnings, () => progress?.Report(SessionProgress.WaitingForDevice), cancellation)
            .ConfigureAwait(false);
        try
        {
            var request = new MfaCodeRequest { MfaSerial = mfaSerial, Reason = reason };
            MfaCode code = await AskAsync(request, turn, cancellation).ConfigureAwait(false);
            turn.Spend(code.TimeStep);
            return (turn, code);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
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
            afterTimeStep >= currentStep ? SessionProgress.AskingForNextCode : SessionProgress.AskingForCode);
        return codes.GetCodeAsync(request with { AfterTimeStep = afterTimeStep }, cancellation);
    }
}
