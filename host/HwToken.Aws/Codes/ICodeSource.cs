using HwToken.Base;

namespace HwToken.Aws.Codes;

/// <summary>Where MFA codes come from: a token, however it is reached.</summary>
public interface ICodeSource
{
    /// <summary>Asks the owner for a code. Called only when one is about to be used.</summary>
    /// <exception cref="AwsException">
    /// No code, by one of the kinds that begin with Token. Every process that waits for the same session is told the
    /// same, instead of asking the owner again.
    /// </exception>
    Task<MfaCode> GetCodeAsync(MfaCodeRequest request, CancellationToken cancellation);
}
