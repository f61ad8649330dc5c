using HwToken.Aws.Sessions;
using HwToken.Base;

namespace HwToken.Aws.Codes;

/// <summary>A code that is its holder's alone, and what they should know of it.</summary>
public sealed record CodeResult(MfaCode Code, IReadOnlyList<SessionWarning> Warnings);
