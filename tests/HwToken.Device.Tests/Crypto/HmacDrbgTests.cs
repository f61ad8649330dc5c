using HwToken.Device.Crypto;
using HwToken.Virtual;

namespace HwToken.Device.Tests.Crypto;

public class HmacDrbgTests
{
    private readonly HmacDrbg _drbg = new(new PlatformHmacSha256());

    [Fact]
    public void Generate_PublishedVector_Agrees()
    {
        // NIST CAVP, drbgtestvectors, no_reseed/HMAC_DRBG.rsp, [SHA-256], no personalisation, COUNT = 0: the second
        // output counts.
        byte[] seed = Hex.Bytes(
            "ca851911349384bffe89de1cbdc46e6831e44d34a4fb935ee285dd14b71a7488" + "659ba96c601dc69fc902940805ec0ca8");
        byte[] output = new byte[128];

        _drbg.Mix(seed, seed.Length);
        _drbg.Generate(output, output.Length);
        _drbg.Generate(output, output.Length);

        Assert.Equal(
            Hex.Bytes(
                "e528e9abf2dece54d47c7e75e5fe302149f817ea9fb4bee6f4199697d04d5b89"
                + "d54fbb978a15b5c443c9ec21036d2460b6f73ebad0dc2aba6e624abf07745bc1"
                + "07694bb7547bb0995f70de25d6b29e2d3011bb19d27676c07162c8b5ccde0668"
                + "961df86803482cb37ed6d5c0bb8d50cf1f50d476aa0458bdaba806f48be9dcb8"),
            output);
    }

    [Fact]
    public void Generate_FewerBytesThanABlock_LeavesTheRestAlone()
    {
        byte[] output = new byte[40];
        _drbg.Generate(output, 33);

        Assert.Contains(output[..33], b => b != 0);
        Assert.All(output[33..], b => Assert.Equal(0, b));
    }

    [Fact]
    public void Mix_AnyMaterial_ChangesWhatComes()
    {
        var other = new HmacDrbg(new PlatformHmacSha256());
        _drbg.Mix([1], 1);
        other.Mix([2], 1);

        Assert.NotEqual(Output(_drbg), Output(other));
    }

    [Fact]
    public void Generate_Twice_IsNeverTheSame() => Assert.NotEqual(Output(_drbg), Output(_drbg));

    private static byte[] Output(HmacDrbg drbg)
    {
        byte[] output = new byte[32];
        drbg.Generate(output, output.Length);
        return output;
    }
}
