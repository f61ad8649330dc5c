using Xunit;

namespace HwToken.TestKit;

/// <summary>A theory that is skipped, with a message, where one of the named programs is not on PATH.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryNeedingAttribute : TheoryAttribute
{
    public TheoryNeedingAttribute(params string[] tools)
    {
        Skip = ExternalTool.SkipReason(tools);
    }
}
