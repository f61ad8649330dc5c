using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Text;

namespace HwToken.Core.Tests.Protocol;

public class AccountIdTests
{
    [Fact]
    public void Compute_Name_IsTheBeginningOfItsSha1()
    {
        // FIPS 180-2, appendix A.1: SHA-1 of "abc".
        byte[] digest = new byte[Sha1.DigestLength];
        var name = new Utf8Text(Limits.NameLength);
        name.TrySet("abc");
        AccountId.Compute(new Sha1(), name, digest);
        Assert.Equal("A9 99 3E 36 47 06 81 6A", Hex.Text(digest.AsSpan(0, AccountId.Length)));
    }

    [Fact]
    public void Same_IdsThatDifferInOneByte_AreNot()
    {
        for (int i = 0; i < AccountId.Length; i++)
        {
            byte[] other = new byte[AccountId.Length];
            other[i] = 1;
            Assert.False(AccountId.Same(new byte[AccountId.Length], other));
        }

        Assert.True(AccountId.Same(new byte[AccountId.Length], new byte[AccountId.Length]));
    }
}
