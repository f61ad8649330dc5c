// What the files of the cache hold, and how they are read and written.
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
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

/// <summary>A session as its file has it.</summary>
/// <param name="Name">The profile or role that asked for it first; for people, and for forgetting by name.</param>
internal sealed record CachedSession(string Name, SessionKey Key, SessionCredentials Credentials);

/// <summary>How an attempt to fetch a session failed, for the processes that waited for it.</summary>
/// <param name="Attempt">Tells this failure from the one before.</param>
internal sealed record SharedFailure(Guid Attempt, FailureKind Kind, string Message, string Hint)
{
    public static SharedFailure Of(AwsException e) => new(Guid.NewGuid(), e.Kind, e.Message, e.Hint);

    public AwsException ToException() => new(Kind, Message, Hint);
}

/// <summary>The time steps of one device whose codes AWS has, or may have, or is going to have.</summary>
internal sealed record SpentSteps(string MfaSerial, IReadOnlyList<SpentStep> Steps);

/// <param name="At">When it was spent, by this computer's clock.</param>
internal sealed record SpentStep(long Step, DateTimeOffset At);

/// <summary>How the files of the cache are written: by generated code, as native builds need it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CachedSession))]
[JsonSerializable(typeof(SharedFailure))]
[JsonSerializable(typeof(SpentSteps))]
internal sealed partial class CacheJson : JsonSerializerContext;
