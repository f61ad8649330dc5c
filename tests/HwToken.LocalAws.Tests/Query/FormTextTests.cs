using System.Text;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Query;

namespace HwToken.LocalAws.Tests.Query;

public class FormTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a=1&b=2", "a:1 b:2")]
    [InlineData("b=2&a=1&a=0", "b:2 a:1 a:0")]
    [InlineData("a&b=", "a: b:")]
    [InlineData("&&a=1&", "a:1")]
    [InlineData("a=b=c", "a:b=c")]
    [InlineData("%41%3D=%26%25", "A=:&%")]
    [InlineData("a=%C3%BC%e2%82%ac", "a:ü€")]
    [InlineData("a=ü", "a:ü")]
    public void Parse_Pairs_GivesThemDecodedInOrder(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Parse(text, plusIsSpace: true).Select(pair => $"{pair.Key}:{pair.Value}")));

    [Theory]
    [InlineData(true, "a b")]
    [InlineData(false, "a+b")]
    public void Parse_Plus_IsABlankInFormsAlone(bool isForm, string expected) =>
        Assert.Equal(expected, Assert.Single(Parse("x=a+b", isForm)).Value);

    [Theory]
    [InlineData("a=%")]
    [InlineData("a=%4")]
    [InlineData("a=%4&b=1")]
    [InlineData("%zz=1")]
    [InlineData("a=%+1")]
    [InlineData("a=%ff")]
    [InlineData("a=%C0%AF")]
    [InlineData("a=%ED%A0%80")]
    public void Parse_BrokenEscapeOrUtf8_IsRefused(string text) =>
        Assert.Equal("MalformedQueryString", Assert.Throws<AwsException>(() => Parse(text, plusIsSpace: true)).Code);

    private static List<KeyValuePair<string, string>> Parse(string text, bool plusIsSpace) =>
        FormText.Parse(Encoding.UTF8.GetBytes(text), plusIsSpace);
}
