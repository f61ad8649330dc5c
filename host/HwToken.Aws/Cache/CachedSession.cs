using HwToken.Aws.Sessions;

namespace HwToken.Aws.Cache;

/// <summary>A session as its file has it.</summary>
/// <param name="Name">The profile or role that asked for it first; for people, and for forgetting by name.</param>
internal sealed record CachedSession(string Name, SessionKey Key, SessionCredentials Credentials);
