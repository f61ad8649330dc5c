using HwToken.Wiring.Model;
using HwToken.Wiring.Output;

namespace HwToken.Wiring.Tests.Output;

public class RowTests
{
    [Fact]
    public void Room_ForPulls_IsWhereTheyStand()
    {
        var plain = new Terminal("N", "1", Remark.Parse(""));
        var up = new Terminal("N", "1", Remark.Parse("1 kOhm to 3V3"));
        var down = new Terminal("N", "1", Remark.Parse("1 kOhm to GND"));

        Assert.True(Row.RoomAbove(up) > Row.RoomAbove(plain));
        Assert.Equal(Row.RoomAbove(plain), Row.RoomAbove(down));
        Assert.True(Row.RoomBelow(down) > Row.RoomBelow(plain));
        Assert.Equal(Row.RoomBelow(plain), Row.RoomBelow(up));
    }

    [Fact]
    public void Notes_LongText_IsBrokenBetweenWords()
    {
        var terminal = new Terminal("N", "1", Remark.Parse("a note that is too long for one line in the box; and one more"));

        IReadOnlyList<string> lines = Row.Notes(terminal);

        Assert.All(lines, line => Assert.InRange(line.Length, 1, 32));
        Assert.Equal("a note that is too long for one line in the box and one more", string.Join(" ", lines));
    }
}
