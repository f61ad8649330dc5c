
using HwToken.Cli.Output;

namespace HwToken.Cli.Tests.Output;

public class TraceTests
{
    private enum Colour
    {
        Green,
    }

    private static string Traced(Action<Trace> write)
    {
        var writer = new StringWriter();
        write(new Trace(writer, TimeProvider.System));
        return writer.ToString();
    }

    [Fact]
    public void Write_BareStringsAndUnknownTypes_AreMasked()
    {
        string secret = "wJalrXUtnFEMI";
        char[] typed = ['s', 'e', 'c'];
        string text = Traced(t => t.Write($"key {secret}, typed {typed}, object {new { secret }}, code {"123456"}"));
        Assert.EndsWith("key ***, typed ***, object ***, code ***\n", text);
    }

    [Fact]
    public void Write_KnownSafeTypes_AreShown()
    {
        string text = Traced(t => t.Write(
            $"{new Trace.Public("/dev/ttyUSB0")} {42} {7L} {true} {Colour.Green} {TimeSpan.FromSeconds(1.5)} {DateTimeOffset.UnixEpoch} {null as string}"));
        Assert.EndsWith("/dev/ttyUSB0 42 7 True Green 1.5 s 1970-01-01T00:00:00Z none\n", text);
        Assert.StartsWith("debug: ", text);
    }

    [Fact]
    public void Write_PublicTextWithControls_StaysOneLine() =>
        Assert.EndsWith("a\uFFFDb\n", Traced(t => t.Write($"{new Trace.Public("a\nb")}")));

    [Fact]
    public void Write_NotEnabled_DoesNotEvenEvaluate()
    {
        var trace = new Trace(null, TimeProvider.System);
        int evaluated = 0;
        trace.Write($"{++evaluated}");
        Assert.Equal(0, evaluated);
    }
}
