using System.Numerics;
using HwToken.Aws.Model;

namespace HwToken.Aws.Tests.Model;

public class ShortNamesTests
{
    // http://www.isthe.com/chongo/tech/comp/fnv/ gives both numbers as powers, and the steps in their order.
    [Fact]
    public void Of_OnePart_IsFnv1aOfItAndALineFeed()
    {
        BigInteger prime = BigInteger.Pow(2, 40) + BigInteger.Pow(2, 8) + 0xb3;
        BigInteger hash = BigInteger.Parse("14695981039346656037", null);
        foreach (char c in "foobar\n")
        {
            hash = (hash ^ c) * prime % BigInteger.Pow(2, 64);
        }

        Assert.Equal(((ulong)hash).ToString("x16", null), ShortNames.Of("foobar"));
    }

    [Fact]
    public void Of_OtherParts_IsAnother()
    {
        string[] names =
        [
            ShortNames.Of("a", "b"), ShortNames.Of("ab"), ShortNames.Of("b", "a"),
            ShortNames.Of("a", "b", null), ShortNames.Of("a", "b", ""), ShortNames.Of(null, "a", "b"),
        ];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[0-9a-f]{16}$", name));
    }
}
