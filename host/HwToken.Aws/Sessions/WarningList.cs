using HwToken.Base.Files;

namespace HwToken.Aws.Sessions;

/// <summary>The warnings of one request, each kind once.</summary>
internal sealed class WarningList
{
    private readonly List<SessionWarning> _warnings = [];

    public IReadOnlyList<SessionWarning> All => _warnings;

    public void Add(WarningKind kind, string message, string hint)
    {
        if (_warnings.All(w => w.Kind != kind))
        {
            _warnings.Add(new SessionWarning(kind, message, hint));
        }
    }

    /// <summary>Does something to the cache whose failure must not cost anybody a session.</summary>
    /// <param name="message">What then is not so; the system's reason is added to it.</param>
    public void Attempt(Action action, WarningKind kind, string message, string hint)
    {
        try
        {
            action();
        }
        catch (Exception e) when (PrivateFolder.IsFault(e))
        {
            Add(kind, $"{message}: {e.Message.TrimEnd('.')}", (e as ObstacleException)?.Hint ?? hint);
        }
    }
}
