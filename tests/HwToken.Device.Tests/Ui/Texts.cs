using HwToken.Core.Protocol;
using HwToken.Core.Text;

namespace HwToken.Device.Tests.Ui;

internal static class Texts
{
    public static readonly Utf8Text Alice = Name("arn:aws:iam::123456789012:mfa/alice");
    public static readonly Utf8Text Empty = Name("");

    public static Utf8Text Name(string text)
    {
        var name = new Utf8Text(Limits.NameLength);
        Assert.True(name.TrySet(text), $"longer than a name may be: {text}");
        return name;
    }
}
