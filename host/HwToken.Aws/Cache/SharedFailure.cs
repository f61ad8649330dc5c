namespace HwToken.Aws.Cache;

/// <summary>How an attempt to fetch a session failed, for the processes that waited for it.</summary>
/// <param name="Attempt">Tells this failure from the one before.</param>
internal sealed record SharedFailure(Guid Attempt, FailureKind Kind, string Message, string Hint)
{
    public static SharedFailure Of(AwsException e) => new(Guid.NewGuid(), e.Kind, e.Message, e.Hint);

    public AwsException ToException() => new(Kind, Message, Hint);
}
