// Sessions: what they hold, how a client gets one, and how its token is read back.
using System.Security.Cryptography;
using System.Text;
using HwToken.LocalAws.Accounts;

namespace HwToken.LocalAws.Sessions;

/// <summary>
/// Issues session tokens and reads them back. A token is its session, encrypted with a key that lives as long as the
/// server, and bound to its access key id: nothing is stored, nothing has to be pruned, and a token that ran out is
/// still recognized as one of ours.
/// </summary>
internal sealed class SessionTokens : IDisposable
{
    // AES-256-GCM with the sizes that NIST SP 800-38D recommends. Random nonces are safe for 2^32 tokens per key.
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    // 40 characters of base64, as AWS's secret keys have.
    private const int SecretBytes = 30;

    // It keeps what it works on, and requests come side by side: one at a time.
    private readonly AesGcm _cipher;
    private readonly Lock _turn = new();

    internal SessionTokens()
    {
        byte[] key = RandomNumberGenerator.GetBytes(KeyBytes);
        _cipher = new AesGcm(key, TagBytes);
        CryptographicOperations.ZeroMemory(key);
    }

    public void Dispose() => _cipher.Dispose();

    internal SessionCredentials Issue(
        string principalArn, string? roleSessionName, bool multiFactorAuthPresent, DateTimeOffset now, int durationSeconds)
    {
        string accessKeyId = UniqueId.NewTemporaryKey();
        Session session = new(
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)),
            DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() + durationSeconds),
            principalArn,
            roleSessionName,
            multiFactorAuthPresent);
        return new SessionCredentials(accessKeyId, Seal(accessKeyId, session), session);
    }

    /// <summary>The session of a token, expired or not; null if this server did not issue it for this access key.</summary>
    internal Session? Read(string accessKeyId, string token)
    {
        byte[] sealedSession = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, sealedSession, out int length) || length < NonceBytes + TagBytes)
        {
            return null;
        }

        Span<byte> text = sealedSession.AsSpan(NonceBytes + TagBytes, length - NonceBytes - TagBytes);
        try
        {
            lock (_turn)
            {
                _cipher.Decrypt(
                    sealedSession.AsSpan(0, NonceBytes),
                    text,
                    sealedSession.AsSpan(NonceBytes, TagBytes),
                    text,
                    Encoding.UTF8.GetBytes(accessKeyId));
            }

            return Decode(text);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    private string Seal(string accessKeyId, Session session)
    {
        byte[] text = Encode(session);
        byte[] sealedSession = new byte[NonceBytes + TagBytes + text.Length];
        RandomNumberGenerator.Fill(sealedSession.AsSpan(0, NonceBytes));
        lock (_turn)
        {
            _cipher.Encrypt(
                sealedSession.AsSpan(0, NonceBytes),
                text,
                sealedSession.AsSpan(NonceBytes + TagBytes),
                sealedSession.AsSpan(NonceBytes, TagBytes),
                Encoding.UTF8.GetBytes(accessKeyId));
        }

        CryptographicOperations.ZeroMemory(text);
        return Convert.ToBase64String(sealedSession);
    }

    private static byte[] Encode(Session session)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write(session.SecretAccessKey);
        writer.Write(session.Expiration.ToUnixTimeSeconds());
        writer.Write(session.PrincipalArn);
        writer.Write(session.RoleSessionName ?? "");
        writer.Write(session.MultiFactorAuthPresent);
        return bytes.ToArray();
    }

    private static Session Decode(ReadOnlySpan<byte> text)
    {
        using BinaryReader reader = new(new MemoryStream(text.ToArray()));
        return new Session(
            reader.ReadString(),
            DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64()),
            reader.ReadString(),
            reader.ReadString() is { Length: > 0 } name ? name : null,
            reader.ReadBoolean());
    }
}

/// <summary>What temporary credentials stand for; travels in the session token, so that the server keeps nothing.</summary>
/// <param name="SecretAccessKey">40 characters.</param>
/// <param name="Expiration">UTC, whole seconds.</param>
/// <param name="PrincipalArn">The ARN of the user (GetSessionToken) or of the role (AssumeRole).</param>
/// <param name="RoleSessionName">Null for a user's session.</param>
/// <param name="MultiFactorAuthPresent">
/// The user gave an MFA code when the session began. Never so for a role's session: "temporary credentials that are
/// returned by AssumeRole do not include MFA information" (IAM User Guide, "Secure API access with MFA").
/// </param>
internal sealed record Session(
    string SecretAccessKey,
    DateTimeOffset Expiration,
    string PrincipalArn,
    string? RoleSessionName,
    bool MultiFactorAuthPresent)
{
    // A record would print its secret.
    public override string ToString() => $"session of {PrincipalArn} until {Expiration:O}";
}

/// <summary>Temporary credentials as STS hands them out.</summary>
internal sealed class SessionCredentials(string accessKeyId, string sessionToken, Session session)
{
    internal string AccessKeyId { get; } = accessKeyId;

    internal string SecretAccessKey => session.SecretAccessKey;

    internal string SessionToken { get; } = sessionToken;

    internal DateTimeOffset Expiration => session.Expiration;
}
