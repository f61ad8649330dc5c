using HwToken.Device.Link;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Link;

public class LoopBackTests
{
    private readonly QueueLink _link = new();
    private readonly LoopBack _loop;
    private readonly byte[] _sent;

    public LoopBackTests()
    {
        _loop = new LoopBack(_link);
        _loop.Send();
        _sent = _link.TakeSent();
    }

    [Fact]
    public void Watch_WhatWasSent_IsBack()
    {
        Watch(_sent);
        Assert.True(_loop.IsBack);
    }

    [Fact]
    public void Watch_ByteByByteAmongOthers_IsBack()
    {
        Watch(0x17, 0x00, 0x00, 0x55, 0xAA);
        Assert.False(_loop.IsBack);
        foreach (byte value in _sent)
        {
            Watch(value);
        }

        Watch(1, 2, 3);
        Assert.True(_loop.IsBack);
    }

    [Fact]
    public void Watch_AnyBitWrongOrAnyByteMissing_IsNotBack()
    {
        for (int i = 0; i < _sent.Length; i++)
        {
            _loop.Send();
            byte[] wrong = [.. _sent];
            wrong[i] ^= 0x10;
            Watch(wrong);
            Assert.False(_loop.IsBack);

            _loop.Send();
            Watch([.. _sent[..i], .. _sent[(i + 1)..]]);
            Assert.False(_loop.IsBack);
        }
    }

    [Fact]
    public void Watch_NothingWasSent_IsNotBack()
    {
        var loop = new LoopBack(_link);
        loop.Watch(_sent, _sent.Length);
        Assert.False(loop.IsBack);
    }

    [Fact]
    public void Send_Again_ForgetsThatItWasBack()
    {
        Watch(_sent);
        _loop.Send();
        Assert.False(_loop.IsBack);
    }

    /// <summary>A host, and this token itself, drop it without an answer.</summary>
    [Fact]
    public void Pattern_ArrivesAtAToken_IsNoFrameAndCostsNone()
    {
        TokenBench bench = TokenBench.WithAccounts();
        bench.SendBytes(_sent);
        Assert.Empty(bench.TakeReplies());
        bench.Ask(Core.Protocol.Command.Hello);
    }

    private void Watch(params byte[] bytes) => _loop.Watch(bytes, bytes.Length);
}
