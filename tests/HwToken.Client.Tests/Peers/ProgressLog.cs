using HwToken.Client.Model;

namespace HwToken.Client.Tests.Peers;

/// <summary>What a token was said to be waiting for, in order.</summary>
internal sealed class ProgressLog : IProgress<TokenWait>
{
    public List<TokenWait> Waits { get; } = [];

    public void Report(TokenWait value) => Waits.Add(value);
}
