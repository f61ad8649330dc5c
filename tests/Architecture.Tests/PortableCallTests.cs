using System.Text.RegularExpressions;

namespace HwToken.Architecture.Tests;

/// <summary>
/// What portable code asks of the runtime under it. nanoFramework compiles far more than it does as .NET does it:
/// whoever adds a call to the list has run it on both, with the arguments that portable code gives it.
/// </summary>
/// <remarks>
/// Not on the list, because they differ there: string.IndexOf (finds nothing behind a character of four UTF-8 bytes),
/// int.TryParse (leaves int.MinValue behind where it fails), ToString of an enum (the number), DateTime.MinValue
/// (1601).
/// </remarks>
public partial class PortableCallTests
{
    private static readonly string[] SameOnBoth =
    [
        "System.Object:.ctor",
        "System.ArgumentException:.ctor",
        "System.ArgumentOutOfRangeException:.ctor",
        "System.InvalidOperationException:.ctor",
        "System.Array:Clear",
        "System.Array:Copy",
        "System.Runtime.CompilerServices.RuntimeHelpers:InitializeArray",
        "System.Int32:ToString", // without a format

        // A string of the chip's is UTF-8 that ends at U+0000; the second half of a surrogate pair reads as the first.
        "System.String:.ctor",
        "System.String:Concat",
        "System.String:Empty",
        "System.String:Substring",
        "System.String:TrimStart",
        "System.String:get_Chars",
        "System.String:get_Length",
        "System.String:op_Equality",
        "System.String:op_Inequality",
        "System.Text.Encoding:GetBytes",
        "System.Text.Encoding:GetString",
        "System.Text.Encoding:get_UTF8",
    ];

    [Theory]
    [InlineData("HwToken.Core")]
    [InlineData("HwToken.Device")]
    public void Code_CallsIntoTheRuntime_AreThoseKnownToDoTheSameOnTheChip(string project)
    {
        IEnumerable<string> used = Product.Named(project).UsedMembers
            .Where(member => !member.StartsWith("HwToken.", StringComparison.Ordinal))
            .Where(member => !member.EndsWith("Attribute:.ctor", StringComparison.Ordinal));
        Assert.Empty(used.Except(SameOnBoth));
    }

    /// <summary>The chip's interpreter executes the checked instructions as the unchecked ones.</summary>
    [Theory]
    [MemberData(nameof(PortableSourceTests.Files), MemberType = typeof(PortableSourceTests))]
    public void Source_Arithmetic_IsNeverMeantToOverflowIntoAnException(string file) =>
        Assert.DoesNotMatch(Checked(), File.ReadAllText(Repository.PathOf(file)));

    [GeneratedRegex(@"\bchecked\s*[({]")]
    private static partial Regex Checked();
}
