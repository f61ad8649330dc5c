using HwToken.Client.Accounts;
using HwToken.Client.Errors;
using HwToken.Client.Exchange;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Core.Text;

namespace HwToken.Client.Tests.Exchange;

public class FieldsTests
{
    private const string SixtyFourBytes = "1234567890123456789012345678901234567890123456789012345678901234";

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a\nb")]
    [InlineData(SixtyFourBytes + "5")]
    [InlineData("ää34567890123456789012345678901234567890123456789012345678901234")] // 64 characters, 66 bytes
    public void SetName_WhatNoTokenTakes_IsRefusedByName(string name)
    {
        var e = Assert.Throws<TokenException>(() => Fields.SetName(new Utf8Text(Limits.NameLength), name));

        Assert.Equal(Status.NameInvalid, e.Status);
        Assert.Contains($"'{name}'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SetName_LongestName_IsTaken()
    {
        var text = new Utf8Text(Limits.NameLength);

        Fields.SetName(text, SixtyFourBytes);

        Assert.Equal(SixtyFourBytes, text.ToString());
    }

    [Fact]
    public void SetId_NameThatNoAccountHas_IsRefused() =>
        Assert.Equal(Status.NameInvalid, Assert.Throws<TokenException>(() => Fields.SetId(new byte[8], SixtyFourBytes + "5")).Status);

    [Theory]
    [InlineData(5, 30, 0)]
    [InlineData(9, 30, 0)]
    [InlineData(6, 0, 0)]
    [InlineData(6, 65536, 0)]
    [InlineData(6, 30, 2)]
    public void SetAccount_ParameterThatNoTokenTakes_IsRefused(int digits, int period, byte algorithm)
    {
        var account = new TokenAccount("a", (OtpAlgorithm)algorithm, digits, period);

        Assert.Equal(Status.ParameterInvalid, Assert.Throws<TokenException>(() => Fields.SetAccount(new AccountEntry(), account)).Status);
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(8, 65535)]
    public void SetAccount_LimitsThemselves_AreTaken(int digits, int period)
    {
        var entry = new AccountEntry();

        Fields.SetAccount(entry, new TokenAccount("a", OtpAlgorithm.HmacSha256, digits, period));

        Assert.Equal(("a", OtpAlgorithm.HmacSha256, digits, period), (entry.Name.ToString(), entry.Algorithm, entry.Digits, entry.Period));
    }
}
