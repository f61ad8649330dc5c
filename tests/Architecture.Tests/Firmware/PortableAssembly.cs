using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace HwToken.Architecture.Tests.Firmware;

/// <summary>One of the assemblies of HwToken.Portable, which are cut as the chip's are, read from its file.</summary>
internal sealed class PortableAssembly : IDisposable
{
    /// <summary>nanoframework/metadata-processor, CodeWriter.cs: each clause of an exception table, and their number.</summary>
    private const int ClauseBytes = 12;

    private static readonly Dictionary<int, OpCode> Instructions = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    private readonly PEReader _file;

    public PortableAssembly(string name)
    {
        _file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"HwToken.Portable.{name}.dll")));
        Metadata = _file.GetMetadataReader();
    }

    public MetadataReader Metadata { get; }

    /// <summary>The bytecode of all methods in bytes, as the metadata processor writes it for the chip.</summary>
    public int BytecodeLength => Metadata.MethodDefinitions
        .Select(method => Metadata.GetMethodDefinition(method).RelativeVirtualAddress)
        .Where(address => address != 0)
        .Sum(address => LengthOf(_file.GetMethodBody(address)));

    public void Dispose() => _file.Dispose();

    /// <summary>
    /// The same instructions, but tokens, far jumps and the targets of a switch take two bytes, and the number of these
    /// targets one (metadata-processor 4541b46, MetadataProcessor.Shared/Mono.Cecil/CodeWriter.cs, WriteOperand).
    /// </summary>
    private static int LengthOf(MethodBodyBlock body)
    {
        BlobReader code = body.GetILReader();
        int length = body.ExceptionRegions.Length == 0 ? 0 : (body.ExceptionRegions.Length * ClauseBytes) + 1;
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            OpCode instruction = Instructions[value == 0xFE ? 0xFE00 | code.ReadByte() : value];
            length += instruction.Size;
            (int desktop, int chip) = OperandOf(instruction, code);
            code.Offset += desktop;
            length += chip;
        }

        return length;
    }

    /// <returns>Bytes that the operand takes in the desktop's file and in the chip's.</returns>
    private static (int Desktop, int Chip) OperandOf(OpCode instruction, BlobReader code)
    {
        switch (instruction.OperandType)
        {
            case OperandType.InlineNone:
                return (0, 0);
            case OperandType.InlineSwitch:
                int targets = code.ReadInt32();
                return (4 + (4 * targets), 1 + (2 * targets));
            case OperandType.InlineString or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineBrTarget:
                return (4, 2);
            case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                return (1, 1);
            case OperandType.InlineVar:
                return (2, 2);
            case OperandType.InlineI or OperandType.InlineTok or OperandType.ShortInlineR:
                return (4, 4);
            case OperandType.InlineI8 or OperandType.InlineR:
                return (8, 8);
            default:
                throw new NotSupportedException($"{instruction} has no form on the chip");
        }
    }
}
