using HwToken.Aws.Codes;
using HwToken.Aws.Ledger;
using HwToken.Aws.Sts;

namespace HwToken.Aws.Sessions;

/// <summary>A press, an MFA code, a session.</summary>
internal sealed class SessionFetcher(UnusedCodeSource codes, TimeProvider time, IProgress<SessionProgress>? progress)
{
    /// <exception cref="AwsException">No session.</exception>
    public async Task<SessionCredentials> FetchAsync(
        SessionPlan plan, WarningList warnings, CancellationToken cancellation)
    {
        using var sts = new StsClient(plan, time);
        (DeviceTurn taken, MfaCode code) = await codes
            .TakeAsync(plan.Key.MfaSerial, $"aws: {plan.Name}", warnings, cancellation)
            .ConfigureAwait(false);
        using DeviceTurn turn = taken;
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
}
