namespace HwToken.Architecture.Tests.Firmware;

/// <summary>
/// A method's address in a <c>.pe</c> file has 16 bits, and the metadata processor refuses an assembly of more bytecode
/// (metadata-processor, nanoByteCodeTable.cs). This fails long before, while a layer can still be cut without haste.
/// </summary>
public class BytecodeTests
{
    private const int Most = 48 * 1024;

    [Theory]
    [InlineData("Core")]
    [InlineData("State")]
    [InlineData("Device")]
    public void Assembly_Bytecode_LeavesAQuarterOfWhatThereIs(string name)
    {
        using var assembly = new PortableAssembly(name);

        // A reader that found no methods would find no limit either.
        Assert.InRange(assembly.BytecodeLength, 8 * 1024, Most);
    }
}
