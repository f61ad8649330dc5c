namespace HwToken.Aws.Ledger;

/// <summary>The time steps of one device whose codes AWS has, or may have, or is going to have.</summary>
internal sealed record SpentSteps(string MfaSerial, IReadOnlyList<SpentStep> Steps);

/// <param name="At">When it was spent, by this computer's clock.</param>
internal sealed record SpentStep(long Step, DateTimeOffset At);
