using HwToken.Core.Protocol;

namespace HwToken.Core.Tests.Protocol;

public class PayloadReaderTests
{
    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, true, false)]
    [InlineData(2, false, true)]
    [InlineData(255, false, true)]
    public void ReadFlag_AnyByte_IsZeroOrOneOrFails(byte value, bool expected, bool failed)
    {
        var reader = new PayloadReader();
        reader.Reset([value], 0, 1);
        Assert.Equal(expected, reader.ReadFlag());
        Assert.Equal(failed, reader.Failed);
    }

    [Fact]
    public void ReadFlag_NothingLeft_Fails()
    {
        var reader = new PayloadReader();
        reader.Reset([], 0, 0);
        Assert.False(reader.ReadFlag());
        Assert.True(reader.Failed);
    }
}
