using System.Xml;
using HwToken.Base;
using HwToken.LocalAws.Accounts;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Query;
using HwToken.LocalAws.Sessions;

namespace HwToken.LocalAws.Services.Sts;

/// <summary>Temporary credentials of a role.</summary>
/// <remarks>Every known caller may assume every role on the role's own conditions: trust policies are not evaluated.</remarks>
internal sealed class AssumeRole(Account account, SessionTokens tokens) : IAction
{
    private const int MinDuration = 900;
    private const int MaxDuration = 43200;
    private const int DefaultDuration = 3600;

    // Role chaining: a role assumed with temporary credentials of any kind.
    private const int MaxChainedDuration = 3600;

    public string Name => "AssumeRole";

    public void Run(ActionRequest request, XmlWriter result)
    {
        ParameterChecks checks = new(request.Parameters);
        string roleArn = checks.RequiredText("RoleArn", Shapes.Arn);
        string sessionName = checks.RequiredText("RoleSessionName", Shapes.RoleSessionName);
        int duration = checks.Integer("DurationSeconds", MinDuration, MaxDuration) ?? DefaultDuration;
        string? externalId = checks.Text("ExternalId", Shapes.ExternalId);
        MfaParameters mfa = new(checks);
        checks.ThrowIfAny();

        Caller caller = request.Caller;
        Role role = Find(roleArn, caller);
        bool multiFactorAuthPresent = mfa.Given || caller.MultiFactorAuthPresent;
        if ((role.ExternalId is not null && role.ExternalId != externalId) || (role.RequireMfa && !multiFactorAuthPresent))
        {
            throw NotAuthorized(caller, roleArn);
        }

        RequireDuration(duration, role, caller);
        mfa.Use(caller, request.Now);
        CredentialsElement.Write(result, tokens.Issue(role.Arn, sessionName, false, request.Now, duration));
        RoleSession session = role.OpenSession(sessionName);
        result.WriteStartElement("AssumedRoleUser");
        result.WriteElementString("AssumedRoleId", session.UserId);
        result.WriteElementString("Arn", session.Arn);
        result.WriteEndElement();
    }

    private static AwsException NotAuthorized(Caller caller, string roleArn) => AwsException.AccessDenied(
        $"User: {caller.Principal.Arn} is not authorized to perform: sts:AssumeRole on resource: {roleArn}");

    private static void RequireDuration(int duration, Role role, Caller caller)
    {
        if (caller.IsSession && duration > MaxChainedDuration)
        {
            throw AwsException.ValidationError(
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        }

        if (duration > role.MaxSessionDuration)
        {
            throw AwsException.ValidationError(
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
    }

    private Role Find(string arn, Caller caller)
    {
        if (Arn.TryParseIam(arn, "role") is null)
        {
            throw AwsException.ValidationError("Request ARN is invalid");
        }

        if (caller.Principal is User { IsRoot: true })
        {
            throw AwsException.AccessDenied("Roles may not be assumed by root accounts.");
        }

        // Whether a role exists is not told.
        return account.FindRole(arn) ?? throw NotAuthorized(caller, arn);
    }
}
