using HwToken.Aws.Formats;
using HwToken.Aws.Model;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Formats;

/// <summary>Where the shell is not at hand everywhere; CredentialPrinterTests asks those that are.</summary>
public class ShellQuotingTests
{
    [Theory]
    [InlineData("abc/+=", "abc/+=")]
    [InlineData("a b", "'a b'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("", "''")]
    public void Posix_Value_IsOneWord(string value, string expected) => Assert.Equal(expected, ShellQuoting.Posix(value));

    [Theory]
    [InlineData("abc/+=", "abc/+=")]
    [InlineData("a b", "'a b'")]
    [InlineData(@"it's \", @"'it\'s \\'")]
    public void Fish_Value_IsOneWord(string value, string expected) => Assert.Equal(expected, ShellQuoting.Fish(value));

    [Theory]
    [InlineData("abc/+=", "\"abc/+=\"")]
    [InlineData("$a`b\"c\u201D", "\"`$a``b`\"c`\u201D\"")]
    public void PowerShell_Value_IsAString(string value, string expected) =>
        Assert.Equal(expected, ShellQuoting.PowerShell(value));

    [Theory]
    [InlineData("abc/+=", "AWS_X=abc/+=")]
    [InlineData("a&b|c>d^e f", "\"AWS_X=a&b|c>d^e f\"")]
    public void CmdAssignment_Value_IsQuotedWithItsName(string value, string expected) =>
        Assert.Equal(expected, ShellQuoting.CmdAssignment("AWS_X", value));

    [Theory]
    [InlineData("%PATH%")]
    [InlineData("a\"b")]
    [InlineData("a\r\nb")]
    public void CmdAssignment_WhatCmdCannotTake_IsRefused(string value) =>
        Failing.With(FailureKind.BadAnswer, () => ShellQuoting.CmdAssignment("AWS_X", value));
}
