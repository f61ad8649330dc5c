using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HwToken.Aws.Sessions;
using HwToken.Base.Files;

namespace HwToken.Aws.Cache;

/// <summary>Private files that hold JSON, and locks that nobody has to have.</summary>
internal static class JsonFiles
{
    extension(PrivateFolder folder)
    {
        /// <summary>
        /// What a file holds; null if it is not there, is not whole, or is not the user's alone: then it says nothing.
        /// </summary>
        public T? Read<T>(string name, JsonTypeInfo<T> type)
            where T : class
        {
            byte[]? json = null;
            try
            {
                json = folder.Read(name);
                return json is null ? null : JsonSerializer.Deserialize(json, type);
            }
            catch (Exception e) when (e is JsonException || PrivateFolder.IsFault(e))
            {
                return null;
            }
            finally
            {
                json?.AsSpan().Clear();
            }
        }

        /// <summary>As <see cref="PrivateFolder.Write"/>.</summary>
        /// <exception cref="IOException">The disk is full, or <see cref="PrivateFolder.IsFault"/> otherwise.</exception>
        public void Write<T>(string name, T value, JsonTypeInfo<T> type)
        {
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(value, type);
            try
            {
                folder.Write(name, json);
            }
            finally
            {
                json.AsSpan().Clear();
            }
        }

        /// <summary>
        /// As <see cref="PrivateFolder.TryLock"/>, but where the disk lets nobody make a lock there is a warning, and a
        /// lock that locks nothing.
        /// </summary>
        public FileLock? TryLock(string name, WarningList warnings)
        {
            FileLock? held = FileLock.OfNothing;
            warnings.Attempt(
                () => held = folder.TryLock(name),
                WarningKind.NoLock,
                "there is no lock against other hwtoken processes",
                "run one at a time: each of them asks for a press, and two may send the same MFA code");
            return held;
        }
    }
}
