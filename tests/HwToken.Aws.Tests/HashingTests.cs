using System.Numerics;

namespace HwToken.Aws.Tests;

public class HashingTests
{
    // http://www.isthe.com/chongo/tech/comp/fnv/ gives both numbers as powers, and the steps in their order.
    [Fact]
    public void ShortName_OnePart_IsFnv1aOfItAndALineFeed()
    {
        BigInteger prime = BigInteger.Pow(2, 40) + BigInteger.Pow(2, 8) + 0xb3;
        BigInteger hash = BigInteger.Parse("14695981039346656037", null);
        foreach (char c in "foobar\n")
        {
            hash = (hash ^ c) * prime % BigInteger.Pow(2, 64);
        }

        Assert.Equal(((ulong)hash).ToString("x16", null), Hashing.ShortName("foobar"));
    }

    [Fact]
    public void ShortName_OtherParts_IsAnother()
    {
        string[] names =
        [
            Hashing.ShortName("a", "b"), Hashing.ShortName("ab"), Hashing.ShortName("b", "a"),
            Hashing.ShortName("a", "b", null), Hashing.ShortName("a", "b", ""), Hashing.ShortName(null, "a", "b"),
        ];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[0-9a-f]{16}$", name));
    }
}
