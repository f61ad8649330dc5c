using HwToken.Cli.Errors;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Cli.Tests.Errors;

public sealed class InterruptionTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<int> _ends = [];
    private readonly Interruption _interruption;

    public InterruptionTests() => _interruption = new Interruption(_time, _ends.Add);

    public void Dispose() => _interruption.Dispose();

    [Fact]
    public void Raise_WhatRunsGoesOn_EndsTheProcessWhenPatienceIsOver()
    {
        _interruption.Raise(ExitStatus.Terminated);

        Assert.True(_interruption.Token.IsCancellationRequested);
        _time.Advance(Interruption.Patience - TimeSpan.FromMilliseconds(1));
        Assert.Empty(_ends);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([143], _ends);
    }

    [Fact]
    public void Raise_WhatIsCancelledTakesItsTime_EndsTheProcessAllTheSame()
    {
        // What a cancellation calls runs on the signal's thread, and may hang there.
        using CancellationTokenRegistration hanging = _interruption.Token.Register(() => _time.Advance(Interruption.Patience));

        _interruption.Raise(ExitStatus.HungUp);

        Assert.Equal([129], _ends);
    }

    [Fact]
    public void Dispose_EndedInTime_LeavesTheProcessAlone()
    {
        _interruption.Raise(ExitStatus.Terminated);
        _interruption.Dispose();
        _time.Advance(Interruption.Patience * 2);

        Assert.Empty(_ends);
    }
}
