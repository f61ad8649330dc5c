using HwToken.Client.Errors;
using HwToken.Client.Transports;

namespace HwToken.Client.Tests.Transports;

/// <summary>What the pseudo-terminals of the other tests cannot show: other systems, and a number that is lost.</summary>
public class SerialOpenFailureTests
{
    private static readonly PortAddress Port = PortAddress.Parse("COM7");

    [Fact]
    public void Of_WindowsAccessDenied_IsAnotherProgram() =>
        Assert.IsType<PortBusyException>(SerialOpenFailure.Of(Port, new UnauthorizedAccessException()));

    [Fact]
    public void Of_WindowsFileNotFound_IsNoToken() =>
        Assert.IsType<NoTokenException>(SerialOpenFailure.Of(Port, new FileNotFoundException()));

    [Fact]
    public void Of_WindowsNotAComPort_IsNoToken() =>
        Assert.IsType<NotATokenException>(SerialOpenFailure.Of(Port, new ArgumentException("LPT1")));

    [Fact]
    public void Of_NativeLibraryMissing_NamesIt() => Assert.Contains(
        "libSystem.IO.Ports.Native", SerialOpenFailure.Of(Port, new DllNotFoundException()).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_AnythingElse_KeepsTheReason()
    {
        var e = SerialOpenFailure.Of(Port, new IOException("the device is not functioning"));

        Assert.IsType<PortUnusableException>(e);
        Assert.Contains("not functioning", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(203, true)]
    [InlineData(16, false)]
    public void IsUnclear_NumberOfNoReasonToFail_IsTrue(int number, bool expected) =>
        Assert.Equal(expected, SerialOpenFailure.IsUnclear(new UnauthorizedAccessException("", new IOException("", number))));

    [Fact]
    public void IsUnclear_WindowsWithoutANumber_IsFalse() =>
        Assert.False(SerialOpenFailure.IsUnclear(new UnauthorizedAccessException()));
}
