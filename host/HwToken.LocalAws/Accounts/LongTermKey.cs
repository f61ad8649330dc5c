namespace HwToken.LocalAws.Accounts;

/// <summary>An access key of a user, as it stands in the configuration.</summary>
/// <param name="secret">The secret access key's characters, in ASCII.</param>
internal sealed class LongTermKey(string id, byte[] secret, User owner)
{
    internal string Id { get; } = id;

    internal ReadOnlySpan<byte> Secret => secret;

    internal User Owner { get; } = owner;
}
