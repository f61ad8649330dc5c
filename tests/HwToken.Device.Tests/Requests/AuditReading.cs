using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Device.Vault;

namespace HwToken.Device.Tests.Requests;

/// <summary>Entries of a vault's log.</summary>
internal static class AuditReading
{
    public static (AuditEvent What, long Detail) Newest(TokenVault vault)
    {
        AuditEntry entry = Parse(Bytes(vault), vault.State.Log.Count - 1);
        return (entry.Event, entry.Detail);
    }

    /// <summary>All entries that are there, as stored.</summary>
    public static byte[] Bytes(TokenVault vault)
    {
        byte[] bytes = new byte[vault.State.Log.Count * AuditEntry.Length];
        vault.State.Log.WriteEntries(new PayloadWriter(bytes), 0, vault.State.Log.Count);
        return bytes;
    }

    private static AuditEntry Parse(byte[] bytes, int index)
    {
        var reader = new PayloadReader();
        reader.Reset(bytes, index * AuditEntry.Length, AuditEntry.Length);
        var entry = new AuditEntry();
        entry.Read(reader);
        return entry;
    }
}
