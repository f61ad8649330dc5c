using System.Reflection;
using System.Text.RegularExpressions;

namespace HwToken.Architecture.Tests;

/// <summary>What lets the same source run in a test in microseconds, on the desktop and on the chip.</summary>
public partial class PortableSourceTests
{
    private static readonly string[] Portable = ["HwToken.Core", "HwToken.Device"];

    public static TheoryData<string> Files =>
        [.. Portable.SelectMany(name => Product.Named(name).Sources).Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Source_Text_HasNoConditionalCompilation(string file) =>
        Assert.DoesNotMatch(Conditional(), File.ReadAllText(Repository.PathOf(file)));

    [Theory]
    [InlineData("System.DateTime")]
    [InlineData("System.Diagnostics.Stopwatch")]
    [InlineData("System.Environment")]
    [InlineData("System.TimeProvider")]
    [InlineData("System.Threading.Thread")]
    [InlineData("System.Threading.Timer")]
    [InlineData("System.Threading.Tasks.Task")]
    [InlineData("System.Random")]
    public void Code_ClockThreadAndChance_ComeOnlyAsArguments(string type) =>
        Assert.All(Portable, name => Assert.DoesNotContain(type, Product.Named(name).UsedTypes));

    [Fact]
    public void Types_StaticState_IsNeverWrittenAgain()
    {
        Assembly[] assemblies = [typeof(Core.Otp.Sha1).Assembly, typeof(Device.Ports.Board).Assembly];
        Assert.Empty(
            from type in assemblies.SelectMany(a => a.GetTypes())
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where !field.IsInitOnly && !field.IsLiteral
            select $"{type}.{field.Name}");
    }

    [GeneratedRegex(@"^\s*#\s*if\b", RegexOptions.Multiline)]
    private static partial Regex Conditional();
}
