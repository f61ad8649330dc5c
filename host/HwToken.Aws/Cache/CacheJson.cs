using System.Text.Json.Serialization;
using HwToken.Aws.Ledger;

namespace HwToken.Aws.Cache;

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
