using System.Xml;
using HwToken.LocalAws.Accounts;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Query;
using HwToken.LocalAws.Sessions;

namespace HwToken.LocalAws.Services.Sts;

/// <summary>Temporary credentials for the user who calls, with an MFA code or without.</summary>
internal sealed class GetSessionToken(SessionTokens tokens) : IAction
{
    private const int MinDuration = 900;
    private const int MaxDuration = 129600;
    private const int DefaultDuration = 43200;
    private const int RootDuration = 3600;

    public string Name => "GetSessionToken";

    public void Run(ActionRequest request, XmlWriter result)
    {
        ParameterChecks checks = new(request.Parameters);
        int duration = checks.Integer("DurationSeconds", MinDuration, MaxDuration) ?? DefaultDuration;
        MfaParameters mfa = new(checks);
        checks.ThrowIfAny();
        if (request.Caller.IsSession || request.Caller.Principal is not User user)
        {
            throw AwsException.AccessDenied("Cannot call GetSessionToken with session credentials");
        }

        // For root AWS shortens what is too long, and does not refuse it.
        duration = user.IsRoot ? Math.Min(duration, RootDuration) : duration;
        mfa.Use(request.Caller, request.Now);
        CredentialsElement.Write(result, tokens.Issue(user.Arn, null, mfa.Given, request.Now, duration));
    }
}
