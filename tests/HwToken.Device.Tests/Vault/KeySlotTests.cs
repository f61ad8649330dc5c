using HwToken.Core.Protocol;
using HwToken.Device.Crypto;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;
using HwToken.Virtual;

namespace HwToken.Device.Tests.Vault;

public class KeySlotTests
{
    private static readonly byte[] MasterKey = TokenBench.KeyOf("master", 32);
    private static readonly byte[] WrappingKey = TokenBench.KeyOf("wrapping", 32);

    [Fact]
    public void TryUnwrap_RightKey_GivesTheMasterKey()
    {
        byte[] taken = new byte[32];
        Assert.True(ReadBack(Wrapped()).TryUnwrap(WrappingKey, taken));
        Assert.Equal(MasterKey, taken);
    }

    [Fact]
    public void TryUnwrap_AnyOtherKey_GivesNothing()
    {
        for (int bit = 0; bit < 256; bit++)
        {
            byte[] other = [.. WrappingKey];
            other[bit / 8] ^= (byte)(1 << (bit % 8));
            byte[] taken = new byte[32];
            Assert.False(Wrapped().TryUnwrap(other, taken));
            Assert.Equal(new byte[32], taken);
        }
    }

    [Fact]
    public void TryUnwrap_AnyByteChanged_GivesNothing()
    {
        byte[] stored = BytesOf(Wrapped());
        for (int position = 0; position < stored.Length; position++)
        {
            byte[] changed = [.. stored];
            changed[position] ^= 1;
            Assert.False(FromBytes(changed).TryUnwrap(WrappingKey, new byte[32]), $"byte {position}");
        }
    }

    [Fact]
    public void Wrap_Afterwards_NoKeyIsInTheSlot()
    {
        KeySlot slot = Wrapped();
        Assert.True(slot.TryUnwrap(WrappingKey, new byte[32]));
        Assert.Empty(SecretSearch.Find(slot, MasterKey));
        Assert.Empty(SecretSearch.Find(slot, WrappingKey));
        Assert.DoesNotContain(Convert.ToHexString(MasterKey), Convert.ToHexString(BytesOf(slot)));
    }

    private static KeySlot New()
    {
        var hmac = new PlatformHmacSha256();
        return new KeySlot(hmac, new KeyDerivation(hmac), new Aes256Cbc());
    }

    private static KeySlot Wrapped()
    {
        KeySlot slot = New();
        slot.HasPin = true;
        slot.Rounds = 12345;
        TokenBench.KeyOf("salt", KeySlot.SaltLength).CopyTo(slot.Salt, 0);
        slot.Wrap(WrappingKey, MasterKey, TokenBench.KeyOf("iv", 16));
        return slot;
    }

    private static KeySlot ReadBack(KeySlot slot) => FromBytes(BytesOf(slot));

    private static KeySlot FromBytes(byte[] bytes)
    {
        KeySlot slot = New();
        var reader = new PayloadReader();
        reader.Reset(bytes, 0, bytes.Length);
        slot.Read(reader);
        Assert.True(reader.Complete);
        return slot;
    }

    private static byte[] BytesOf(KeySlot slot)
    {
        byte[] bytes = new byte[slot.SectionLength];
        slot.Write(new PayloadWriter(bytes));
        return bytes;
    }
}
