using HwToken.Pages;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Tests.Model;

public class NetlistTests
{
    private static readonly string[] Parts = ["ref,bom,symbol,wiring,x,y,turn", "R1,R1,r,,0,0,0", "R2,R1,r,,0,0,0"];
    private static readonly string[] Nets =
        ["ref,pin,name,net,remark", "R1,1,1,IN,", "R1,2,2,MIDDLE,", "R2,1,1,MIDDLE,", "R2,2,2,NC,"];

    [Fact]
    public void Read_Tables_AreTheNets()
    {
        Netlist netlist = Read(Parts, Nets);

        Assert.Equal(["IN", "MIDDLE"], netlist.Nets);
        Assert.Equal(["R1.2 (2)", "R2.1 (1)"], netlist.On("MIDDLE").Select(t => t.ToString()));
    }

    [Fact]
    public void Across_OpenPins_LeadNowhere()
    {
        Netlist netlist = Read(Parts, Nets);

        Assert.Equal(["IN"], netlist.Across("MIDDLE", "resistor").Select(across => across.Net));
        Assert.Empty(netlist.Across("MIDDLE", "capacitor"));
    }

    [Theory]
    [InlineData("R3,1,1,IN,", "nets line 6: the parts table has no R3")]
    [InlineData("R2,3,3,IN,", "nets line 6: the symbol r has no pin 3 3")]
    [InlineData("R2,2,1,IN,", "nets line 6: the symbol r has no pin 2 1")]
    [InlineData("R2,1,1,IN,", "R2: the nets table does not give each pin of its symbol r once")]
    public void Read_PinThatIsNotThere_IsNamed(string line, string message) =>
        AssertRefused(message, Parts, [.. Nets, line]);

    [Fact]
    public void Read_PinLeftOut_IsNamed() =>
        AssertRefused("R2: the nets table does not give each pin", Parts, Nets[..^1]);

    [Fact]
    public void Read_PartGivenTwice_IsNamed() =>
        AssertRefused("parts line 4: R2 is given twice", [.. Parts, Parts[2]], Nets);

    private static void AssertRefused(string message, string[] parts, string[] nets) => Assert.Contains(
        message, Assert.Throws<InvalidDataException>(() => Read(parts, nets)).Message, StringComparison.Ordinal);

    private static Netlist Read(string[] parts, string[] nets)
    {
        var symbols = SymbolTable.Read(
            CsvFile.Parse("symbols", ["symbol,shape,width,height,title", "r,resistor,4,4,"]),
            CsvFile.Parse(
                "pins",
                ["symbol,pin,name,type,side,slot,needs,left_open", "r,1,1,passive,top,1,,",
                 "r,2,2,passive,bottom,1,,"]));
        return Netlist.Read(symbols, CsvFile.Parse("parts", parts), CsvFile.Parse("nets", nets));
    }
}
