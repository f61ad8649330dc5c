using HwToken.Aws.Codes;
using HwToken.Aws.Ledger;
using HwToken.Aws.Sts;
using HwToken.Base;

namespace HwToken.Aws.Sessions;

/// <summary>A press, an MFA code, a session.</summary>
internal sealed class SessionFetcher(UnusedCodeSource codes, TimeProvider time, IProgress<SessionProgress>? progress)
{
    /// <exception cref="AwsException">No session.</exception>
    public async Task<SessionCredentials> FetchAsync(
        SessionPlan plan, WarningList warnings, CancellationToken cancellation)
    {
        using var sts = new StsClient(plan, time);
        using DeviceTurn turn = await codes
            .TakeTurnAsync(plan.Key.MfaSerial, warnings, cancellation).ConfigureAwait(false);

        // Only now: after a long wait for the device the connection might be gone again.
        await sts.OpenAsync(cancellation).ConfigureAwait(false);
        var request = new MfaCodeRequest { MfaSerial = plan.Key.MfaSerial, Reason = $"aws: {plan.Name}" };
        return await TryAsync(sts, turn, request, cancellation).ConfigureAwait(false)
            ?? await TryAsync(
                sts, turn, request with { FollowsRefusal = true, Reason = $"aws again: {plan.Name}" }, cancellation)
                .ConfigureAwait(false)
            ?? throw new AwsException(
                FailureKind.CodeRefused,
                "AWS refused two MFA codes in a row, so it is not that somebody else used one",
                $"compare the token's clock with: hwtoken clock; if it is right, the token has another key than AWS for {plan.Key.MfaSerial}; both codes count as used");
    }

    /// <returns>
    /// Null if AWS refused the code, and no clock is to blame. Another user of the token, or another cache folder, may
    /// have used it: AWS words that as it does a wrong code.
    /// </returns>
    /// <exception cref="AwsException">No session, for any other reason.</exception>
    private async Task<SessionCredentials?> TryAsync(
        StsClient sts, DeviceTurn turn, MfaCodeRequest request, CancellationToken cancellation)
    {
        MfaCode code = await codes.TakeAsync(turn, request, cancellation).ConfigureAwait(false);
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
        catch (AwsException e) when (e.Kind == FailureKind.CodeRefused && AwsTimeStep.IsNear(code.TimeStep, time))
        {
            return null;
        }
    }
}
