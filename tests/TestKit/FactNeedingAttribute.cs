using Xunit;

namespace HwToken.TestKit;

/// <summary>A fact that is skipped, with a message, where one of the named programs is not on PATH.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactNeedingAttribute : FactAttribute
{
    public FactNeedingAttribute(params string[] tools)
    {
        Skip = ExternalTool.SkipReason(tools);
    }
}
