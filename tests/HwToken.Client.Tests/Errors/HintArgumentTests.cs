using HwToken.Client.Errors;

namespace HwToken.Client.Tests.Errors;

public class HintArgumentTests
{
    [Theory]
    [InlineData("github:alice", "github:alice")]
    [InlineData("Amazon Web Services:alice@123456789012", "\"Amazon Web Services:alice@123456789012\"")]
    [InlineData("a,b", "\"a,b\"")] // PowerShell takes the comma for a list's
    [InlineData("größe", "größe")]
    [InlineData("/dev/ttyUSB0", "/dev/ttyUSB0")]
    public void TryOf_Harmless_IsForEveryShell(string value, string argument)
    {
        Assert.Equal(argument, HintArgument.TryOf(value));
        Assert.Equal($"hwtoken accounts rename {argument} new", RenameCommand.Of(value, "new"));
    }

    [Theory]
    [InlineData("a$(reboot)")]
    [InlineData("a`reboot`")]
    [InlineData("a\"; reboot \"")]
    [InlineData("x;touch pwned")]
    [InlineData("%PATH%")]
    [InlineData("-x")]
    [InlineData("")]
    public void TryOf_WhatAShellMightReadOtherwise_IsNull(string value)
    {
        Assert.Null(HintArgument.TryOf(value));
        Assert.Equal("NAME", HintArgument.Of(value, "NAME"));
        Assert.Null(RenameCommand.Of(value, "new"));
        Assert.Null(RenameCommand.Of("old", value));
    }
}
