using HwToken.Aws.Model;

namespace HwToken.Aws.Tests.Model;

public class WarningListTests
{
    private readonly WarningList _warnings = new();

    [Fact]
    public void Attempt_DiskFault_WarnsOncePerKindWithTheReason()
    {
        for (int i = 0; i < 2; i++)
        {
            _warnings.Attempt(
                () => throw new IOException("No space left on device."), WarningKind.NoLock, "there is no lock", "wait");
        }

        Assert.Equal(
            new SessionWarning(WarningKind.NoLock, "there is no lock: No space left on device", "wait"),
            Assert.Single(_warnings.All));
    }

    [Fact]
    public void Attempt_NoFault_WarnsOfNothing()
    {
        _warnings.Attempt(() => { }, WarningKind.NoLock, "there is no lock", "wait");
        Assert.Empty(_warnings.All);
    }

    [Fact]
    public void Attempt_FaultOfOurOwn_IsNotHidden() =>
        Assert.Throws<InvalidOperationException>(
            () => _warnings.Attempt(() => throw new InvalidOperationException(), WarningKind.NoLock, "", ""));
}
