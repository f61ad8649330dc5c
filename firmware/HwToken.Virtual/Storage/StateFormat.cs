using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HwToken.Virtual.Storage;

/// <summary>All of a token's files in one host file.</summary>
/// <remarks>
/// A line of text that says what it is, with the format's number; one byte: how many files; of each its name (one byte
/// length, ASCII) and content (four bytes length, big-endian); SHA-256 over everything before. Nothing is encrypted here;
/// what the token has encrypted lies beside the secret for it, unless there is a PIN.
/// </remarks>
internal static class StateFormat
{
    private const int LengthBytes = 4;

    private static ReadOnlySpan<byte> Magic => "hwtoken-virtual state "u8;

    private static ReadOnlySpan<byte> Version => "hwtoken-virtual state 1,"u8;

    /// <summary>For whoever looks inside; files of before say something else behind the comma.</summary>
    private static ReadOnlySpan<byte> FirstLine =>
        "hwtoken-virtual state 1, with the secret that encrypts the accounts' keys\n"u8;

    /// <returns>Full of keys: the caller clears it.</returns>
    internal static byte[] Encode(IReadOnlyDictionary<string, byte[]> files)
    {
        int length = FirstLine.Length + 1 + SHA256.HashSizeInBytes
            + files.Sum(file => 1 + file.Key.Length + LengthBytes + file.Value.Length);
        byte[] state = new byte[length];
        FirstLine.CopyTo(state);
        Span<byte> rest = state.AsSpan(FirstLine.Length);
        rest[0] = (byte)files.Count;
        rest = rest[1..];
        foreach ((string name, byte[] content) in files)
        {
            rest[0] = (byte)Encoding.ASCII.GetBytes(name, rest[1..]);
            rest = rest[(1 + name.Length)..];
            BinaryPrimitives.WriteInt32BigEndian(rest, content.Length);
            content.CopyTo(rest[LengthBytes..]);
            rest = rest[(LengthBytes + content.Length)..];
        }

        SHA256.HashData(state.AsSpan(0, length - SHA256.HashSizeInBytes), rest);
        return state;
    }

    /// <exception cref="InvalidDataException">The message says what it is instead.</exception>
    internal static Dictionary<string, byte[]> Decode(ReadOnlySpan<byte> state)
    {
        if (!state.StartsWith(Magic))
        {
            throw new InvalidDataException("is not a virtual token's state file");
        }

        int firstLineLength = state.IndexOf((byte)'\n') + 1;
        if (!state.StartsWith(Version) || firstLineLength == 0)
        {
            throw new InvalidDataException("is damaged, or of a newer hwtoken-virtual");
        }

        int length = state.Length - SHA256.HashSizeInBytes;
        if (length <= firstLineLength || !SHA256.HashData(state[..length]).AsSpan().SequenceEqual(state[length..]))
        {
            throw new InvalidDataException("is damaged: its checksum is wrong");
        }

        // What the checksum covers was written by Encode: the lengths below fit.
        Dictionary<string, byte[]> files = [];
        ReadOnlySpan<byte> rest = state[firstLineLength..];
        int count = rest[0];
        rest = rest[1..];
        for (int i = 0; i < count; i++)
        {
            string name = Encoding.ASCII.GetString(rest.Slice(1, rest[0]));
            rest = rest[(1 + name.Length)..];
            int size = BinaryPrimitives.ReadInt32BigEndian(rest);
            files.Add(name, rest.Slice(LengthBytes, size).ToArray());
            rest = rest[(LengthBytes + size)..];
        }

        return files;
    }
}
