using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.TestKit.Device;
using HwToken.Virtual.Links;

namespace HwToken.Virtual.Tests.Support;

/// <summary>For tests of whole tokens: a folder for links and state, and the options most of them start with.</summary>
public abstract class TokenTests : IDisposable
{
    protected const string Name = "example:alice";

    private readonly TempFolder _folder = new();

    protected string StatePath => _folder.File("state");

    protected VirtualTokenOptions Silent => new() { Link = LinkAddress.Parse(LinkPath("token")) };

    protected VirtualTokenOptions Automatic =>
        Silent with { AgreeAfter = VirtualTokenOptions.AutomaticDelay, ClockOffset = TimeSpan.Zero };

    protected string LinkPath(string name) => _folder.File(name);

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static Task<TokenReply> PutAsync(
        Host host, byte[] key, int digits = 6, OtpAlgorithm algorithm = OtpAlgorithm.HmacSha1) =>
        host.AskAsync(Command.PutAccount, Request.PutAccount(Name, key, digits, algorithm: algorithm));
}
