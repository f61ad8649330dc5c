using HwToken.Fuzz.Engine;
using HwToken.Fuzz.Targets;

namespace HwToken.Fuzz.Tests;

/// <summary>What was found once, or reached something new, is run again every time; and some mutations of it.</summary>
public class CorpusTests
{
    private const int Mutations = 2000;

    public static TheoryData<string> Targets => [.. Catalog.Targets.Keys];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Corpus_EveryInput_IsTakenOrRefused(string name)
    {
        ITarget target = Catalog.Targets[name]();
        IReadOnlyList<byte[]> inputs = Load(target);
        Assert.All(inputs, input => target.Run(input));
        Assert.All(inputs, input => Assert.InRange(input.Length, 0, target.MaxLength));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Mutations_OfTheCorpus_AreTakenOrRefused(string name)
    {
        ITarget target = Catalog.Targets[name]();
        IReadOnlyList<byte[]> inputs = Load(target);
        var mutator = new Mutator(1, target.MaxLength);
        for (int i = 0; i < Mutations; i++)
        {
            target.Run(mutator.Next(inputs));
        }
    }

    [Fact]
    public void Mutator_SameSeed_MakesTheSameInputs()
    {
        byte[][] corpus = [[1, 2, 3], [4, 5, 6, 7]];
        var one = new Mutator(7, 20);
        var other = new Mutator(7, 20);
        var lengths = new HashSet<int>();
        for (int i = 0; i < 1000; i++)
        {
            byte[] input = [.. one.Next(corpus)];
            Assert.Equal(input, other.Next(corpus).ToArray());
            lengths.Add(input.Length);
        }

        Assert.InRange(lengths.Count, 10, 21);
    }

    private static IReadOnlyList<byte[]> Load(ITarget target) =>
        new Corpus(target, Repository.PathOf("tests", "Fuzz", "corpus")).Load();
}
