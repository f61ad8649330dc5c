using System.Text;
using CsCheck;
using HwToken.Core.Protocol;

namespace HwToken.Core.Tests.Protocol;

public class Crc16Tests
{
    [Fact]
    public void Update_CheckString_GivesThePublishedCheckValue()
    {
        // CRC-16/IBM-3740 in the catalogue of parametrised CRC algorithms: check = 0x29b1.
        byte[] check = Encoding.ASCII.GetBytes("123456789");
        Assert.Equal(0x29B1, Crc16.Update(Crc16.Initial, check, 0, check.Length));
    }

    [Fact]
    public void Update_AnyBytes_AgreesWithTheBitwiseDefinition() =>
        Gen.Byte.Array[0, 300].Sample(
            data => Assert.Equal(Bitwise(data), Crc16.Update(Crc16.Initial, data, 0, data.Length)),
            seed: "0000KfC2pM14");

    [Fact]
    public void Update_InPieces_EqualsTheWhole() =>
        Gen.Select(Gen.Byte.Array[0, 100], Gen.Byte.Array[0, 100]).Sample(
            (head, tail) =>
            {
                byte[] whole = [.. head, .. tail];
                ushort pieces = Crc16.Update(Crc16.Update(Crc16.Initial, head, 0, head.Length), tail, 0, tail.Length);
                Assert.Equal(Crc16.Update(Crc16.Initial, whole, 0, whole.Length), pieces);
            },
            seed: "0000KfC2pM14");

    private static ushort Bitwise(byte[] data)
    {
        int crc = 0xFFFF;
        foreach (byte next in data)
        {
            crc ^= next << 8;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            }
        }

        return (ushort)crc;
    }
}
