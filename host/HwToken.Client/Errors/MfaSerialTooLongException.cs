namespace HwToken.Client.Errors;

/// <summary>No name on a token can stand for the ARN of an MFA device: the device's own name is too long.</summary>
public sealed class MfaSerialTooLongException : TokenClientException
{
    /// <param name="longest">Bytes that a device's name may have in that AWS account.</param>
    internal MfaSerialTooLongException(string arn, int longest)
        : base(
            TokenFailure.Refused,
            $"the MFA device's name is too long for a token: {arn}",
            $"take an MFA device whose name has at most {longest} bytes behind mfa/; or give the account another name, "
                + "by which hwtoken code finds it and AWS commands do not")
    {
    }
}
