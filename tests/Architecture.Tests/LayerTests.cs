namespace HwToken.Architecture.Tests;

/// <summary>Namespaces inside a project form layers: none uses one that uses it, directly or through others.</summary>
public class LayerTests
{
    private const string Samples = "HwToken.Architecture.Tests.Samples";

    private static readonly NamespaceGraph Sample = NamespaceGraph.Of(typeof(LayerTests).Assembly.Location, Samples);

    public static TheoryData<string> Projects => [.. Product.All.Select(product => product.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_TypesUsed_FormLayers(string project)
    {
        Product product = Product.Named(project);
        Assert.Empty(NamespaceGraph.Of(product.AssemblyFile, product.Name).Cycles);
    }

    [Theory]
    [InlineData("ByBase")]
    [InlineData("ByInterface")]
    [InlineData("ByConstraint")]
    [InlineData("ByField")]
    [InlineData("ByParameter")]
    [InlineData("ByLocal")]
    [InlineData("ByNew")]
    [InlineData("ByStaticCall")]
    [InlineData("ByGenericCall")]
    [InlineData("ByGenericMember")]
    [InlineData("ByCatch")]
    [InlineData("ByTypeOf")]
    [InlineData("ByCast")]
    [InlineData("ByLambda")]
    [InlineData("ByAsync")]
    [InlineData("ByNestedType")]
    [InlineData("ByCallAfterSwitch")]
    public void Graph_UseOfAnyKind_IsSeen(string user) =>
        Assert.Equal([Samples + ".Used"], Sample.UsedBy($"{Samples}.{user}"));

    [Fact]
    public void Graph_Parent_IsANamespaceOfItsOwn()
    {
        Assert.Equal([Samples], Sample.UsedBy(Samples + ".Child"));
        Assert.Empty(Sample.UsedBy(Samples));
    }

    [Fact]
    public void Cycles_ThroughAThird_NameEachUseInThemAndNoOther() => Assert.Equal(
        [
            $"{Samples}.First -> {Samples}.Second: One uses Two",
            $"{Samples}.Second -> {Samples}.Third: Two uses Three",
            $"{Samples}.Third -> {Samples}.First: Three uses One",
        ],
        Sample.Cycles);
}
