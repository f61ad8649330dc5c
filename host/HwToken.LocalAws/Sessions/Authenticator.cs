// Who signed a request.
using System.Security.Cryptography;
using System.Text;
using HwToken.LocalAws.Accounts;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Query;
using HwToken.LocalAws.Signing;

namespace HwToken.LocalAws.Sessions;

/// <summary>Finds out who signed a request.</summary>
internal sealed class Authenticator(Account account, SessionTokens tokens)
{
    /// <param name="claim">The request's own.</param>
    /// <exception cref="AwsException">Nobody did, or with credentials that are unknown or have run out.</exception>
    internal Caller Authenticate(QueryRequest request, SignatureClaim claim, string service, DateTimeOffset now)
    {
        SignatureCheck.RequireFit(request, claim, service, now);
        return claim.SessionToken is null
            ? AuthenticateUser(request, claim)
            : AuthenticateSession(request, claim, claim.SessionToken, now);
    }

    private Caller AuthenticateUser(QueryRequest request, SignatureClaim claim)
    {
        LongTermKey key = account.FindKey(claim.AccessKeyId) ?? throw AwsException.InvalidClientTokenId();
        SignatureCheck.RequireMatch(request, claim, key.Secret);
        return new Caller(key.Owner, IsSession: false, MultiFactorAuthPresent: false);
    }

    private Caller AuthenticateSession(QueryRequest request, SignatureClaim claim, string token, DateTimeOffset now)
    {
        Session session = tokens.Read(claim.AccessKeyId, token) ?? throw AwsException.InvalidClientTokenId();
        byte[] secret = Encoding.ASCII.GetBytes(session.SecretAccessKey);
        try
        {
            SignatureCheck.RequireMatch(request, claim, secret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }

        return now < session.Expiration
            ? new Caller(PrincipalOf(session), IsSession: true, session.MultiFactorAuthPresent)
            : throw AwsException.ExpiredToken();
    }

    // The account does not change while the server runs, and no token outlives the server.
    private Principal PrincipalOf(Session session) => session.RoleSessionName is null
        ? account.FindUser(session.PrincipalArn)!
        : account.FindRole(session.PrincipalArn)!.OpenSession(session.RoleSessionName);
}

/// <summary>Who signed a request, and with what kind of credentials.</summary>
/// <param name="IsSession">With temporary credentials.</param>
/// <param name="MultiFactorAuthPresent">Of temporary credentials: an MFA code was given when the session began.</param>
internal sealed record Caller(Principal Principal, bool IsSession, bool MultiFactorAuthPresent);
