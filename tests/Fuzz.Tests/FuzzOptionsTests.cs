namespace HwToken.Fuzz.Tests;

public class FuzzOptionsTests
{
    private static readonly string[] Known = ["frames", "vault"];

    [Fact]
    public void Parse_Nothing_IsEveryTarget() => Assert.Equal(Known, Parse()!.Targets);

    [Fact]
    public void Parse_Everything_IsTaken()
    {
        FuzzOptions options = Parse("vault", "--inputs", "10", "--seed", "7", "--corpus", "c", "--keep")!;
        Assert.Equal(["vault"], options.Targets);
        Assert.Equal((10, 7, "c", true), (options.Inputs, options.Seed, options.Corpus, options.Keep));
    }

    [Theory]
    [InlineData("base64")]
    [InlineData("--inputs")]
    [InlineData("--inputs", "0")]
    [InlineData("--seed", "x")]
    public void Parse_NoTargetOrNoValue_IsRefused(params string[] args) => Assert.Null(Parse(args));

    private static FuzzOptions? Parse(params string[] args) => FuzzOptions.Parse(args, Known, "corpus", out _);
}
