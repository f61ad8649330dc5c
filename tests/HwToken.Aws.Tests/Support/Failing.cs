using HwToken.Aws.Model;

namespace HwToken.Aws.Tests.Support;

/// <summary>What every failure must be, whatever it is about.</summary>
internal static class Failing
{
    public static AwsException With(FailureKind kind, Action action) => Check(kind, Assert.Throws<AwsException>(action));

    public static async Task<AwsException> WithAsync(FailureKind kind, Func<Task> action) =>
        Check(kind, await Assert.ThrowsAsync<AwsException>(action));

    private static AwsException Check(FailureKind kind, AwsException e)
    {
        Assert.Equal(kind, e.Kind);
        Assert.All((string[])[e.Message, e.Hint], text =>
        {
            Assert.NotEmpty(text);
            Assert.False(text.EndsWith('.'), text);
            Assert.True(!char.IsUpper(text[0]) || char.IsUpper(text[1]), text);
            Assert.DoesNotContain('\n', text);
        });
        return e;
    }
}
