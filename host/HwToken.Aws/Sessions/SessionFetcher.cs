using HwToken.Aws.Codes;
using HwToken.Aws.Ledger;
using HwToken.Aws.Sts;

namespace HwToken.Aws.Sessions;

/// <summary>A press, an MFA code, a session.</summary>
internal sealed class SessionFetcher(
    ICodeSource codes, UsedCodeLedger ledger, TimeProvider time, IProgress<SessionProgress>? progress)
{
    /// <exception cref="AwsException">No session.</exception>
    public async Task<SessionCredentials> FetchAsync(
        SessionPlan plan, WarningList warnings, CancellationToken cancellation)
    {
        using var sts = new StsClient(plan, time);
        using DeviceTurn turn = await ledger
            .TakeTurnAsync(plan.Key.MfaSerial, warnings, () => progress?.Report(SessionProgress.WaitingForDevice), cancellation)
            .ConfigureAwait(false);
        MfaCode code = await AskAsync(plan, turn, cancellation).ConfigureAwait(false);

        turn.Spend(code.TimeStep);
        progress?.Report(SessionProgress.CallingSts);
        try
        {
            return await sts.GetSessionAsync(code, cancellation).ConfigureAwait(false);
        }
        catch (AwsException e) when (e.Kind == FailureKind.Unreachable)
        {
            turn.TakeBack(code.TimeStep);
            throw;
        }
    }

    private async Task<MfaCode> AskAsync(SessionPlan plan, DeviceTurn turn, CancellationToken cancellation)
    {
        MfaCode code = await AskAsync(plan, turn.AfterTimeStep, turn.CurrentStep, cancellation).ConfigureAwait(false);
        if (turn.IsSpent(code.TimeStep))
        {
            // The two clocks disagree, so the ledger looked for spent steps at another time than the token's.
            code = await AskAsync(plan, code.TimeStep, code.TimeStep, cancellation).ConfigureAwait(false);
        }

        return !turn.IsSpent(code.TimeStep)
            ? code
            : throw new AwsException(
                FailureKind.TokenFailed,
                "the token gives an MFA code that was used before",
                "its clock may stand still: hwtoken clock compares it with this computer's");
    }

    private Task<MfaCode> AskAsync(SessionPlan plan, long? afterTimeStep, long currentStep, CancellationToken cancellation)
    {
        progress?.Report(
            afterTimeStep >= currentStep ? SessionProgress.AskingForNextCode : SessionProgress.AskingForCode);
        var request = new MfaCodeRequest
        {
            MfaSerial = plan.Key.MfaSerial, Reason = $"aws: {plan.Name}", AfterTimeStep = afterTimeStep,
        };
        return codes.GetCodeAsync(request, cancellation);
    }
}
