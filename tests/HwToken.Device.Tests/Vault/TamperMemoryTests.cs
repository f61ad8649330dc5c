using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Vault;

public class TamperMemoryTests
{
    private static readonly byte[] Share = TokenBench.KeyOf("share", 32);

    private readonly CellMemory _cell = new();
    private readonly TamperMemory _memory;

    public TamperMemoryTests() => _memory = new TamperMemory(_cell);

    [Fact]
    public void Share_Written_IsReadBack()
    {
        byte[] read = new byte[32];
        Assert.True(_memory.TryWriteShare(Share));
        Assert.Equal(VaultHealth.Good, _memory.ReadShare(read));
        Assert.Equal(Share, read);
        Assert.Empty(SecretSearch.Find(_memory, Share, _cell));
    }

    [Fact]
    public void Share_CellCutOffOrNeverWritten_IsGone()
    {
        Assert.Equal(VaultHealth.KeyLost, _memory.ReadShare(new byte[32]));
        _memory.TryWriteShare(Share);
        _cell.LoseCell();
        Assert.Equal(VaultHealth.KeyLost, _memory.ReadShare(new byte[32]));
    }

    [Fact]
    public void Share_AnyByteChanged_IsGone()
    {
        _memory.TryWriteShare(Share);
        for (int position = 0; position < 35; position++)
        {
            _cell.Bytes[position] ^= 1;
            Assert.Equal(VaultHealth.KeyLost, _memory.ReadShare(new byte[32]));
            _cell.Bytes[position] ^= 1;
        }
    }

    [Fact]
    public void Generation_WritesCutAtAnyByte_TheOneBeforeIsStillThere()
    {
        _memory.ClearGenerations();
        Assert.Equal(-1, _memory.ReadGeneration());
        for (long generation = 1; generation < 20; generation++)
        {
            for (int arrive = 0; arrive < 6; arrive++)
            {
                _cell.LosesPower = _ => arrive;
                Assert.Throws<PowerLostException>(() => _memory.WriteGeneration(generation));
                Assert.Contains(_memory.ReadGeneration(), new[] { generation - 1, generation, -1 });
                Assert.True(generation == 1 || _memory.ReadGeneration() >= generation - 1);
            }

            _cell.LosesPower = _ => null;
            Assert.True(_memory.WriteGeneration(generation));
            Assert.Equal(generation, _memory.ReadGeneration());
        }
    }

    [Fact]
    public void Everything_ChipDoesNotAnswer_IsRefused()
    {
        _cell.IsPresent = false;
        Assert.False(_memory.TryWriteShare(Share));
        Assert.Equal(VaultHealth.Unreadable, _memory.ReadShare(new byte[32]));
        Assert.False(_memory.WriteGeneration(1));
        Assert.Equal(-1, _memory.ReadGeneration());
    }
}
