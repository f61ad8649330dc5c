using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace HwToken.Benchmarks.Il;

/// <summary>One call: where it is in its IL, its arguments and locals, its evaluation stack.</summary>
/// <remarks>Values are int, long, or references, as on the evaluation stack (ECMA-335, section I.12.3.2.1).</remarks>
internal sealed class Frame
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    private readonly byte[] _il;
    private readonly Stack<object?> _stack = new();
    private int _at;

    public Frame(MethodBase method, object?[] arguments)
    {
        MethodBody body = method.GetMethodBody() ?? throw new NotSupportedException($"{method} has no IL");
        _il = body.GetILAsByteArray()!;
        Module = method.Module;
        Arguments = [.. arguments.Select(Cells.Load)];
        Locals = new object?[body.LocalVariables.Count];
    }

    public Module Module { get; }

    public object?[] Arguments { get; }

    public object?[] Locals { get; }

    public int Depth => _stack.Count;

    public void Push(object? value) => _stack.Push(value);

    public object? Pop() => _stack.Pop();

    public int PopInt() => (int)_stack.Pop()!;

    public object? Peek() => _stack.Peek();

    /// <summary>
    /// The next instruction and its operand: a number, where to branch to (for a switch, where to for 0, 1, ...), or a
    /// metadata token.
    /// </summary>
    public OpCode Next(out object? operand)
    {
        int value = _il[_at++];
        value = value == 0xFE ? 0xFE00 | _il[_at++] : value;
        OpCode code = OpCodesByValue[value];
        operand = code.OperandType switch
        {
            OperandType.InlineNone => null,
            OperandType.ShortInlineI => (int)(sbyte)_il[_at],
            OperandType.ShortInlineVar => (int)_il[_at],
            OperandType.ShortInlineBrTarget => _at + 1 + (sbyte)_il[_at],
            OperandType.InlineBrTarget => _at + 4 + ReadInt(_at),
            OperandType.InlineI8 => BinaryPrimitives.ReadInt64LittleEndian(_il.AsSpan(_at)),
            OperandType.InlineSwitch => Targets(),
            _ => ReadInt(_at),
        };
        _at += code.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineI or OperandType.ShortInlineVar or OperandType.ShortInlineBrTarget => 1,
            OperandType.InlineI8 => 8,
            OperandType.InlineSwitch => 4 + (4 * ReadInt(_at)),
            _ => 4,
        };
        return code;
    }

    public void JumpTo(object? target) => _at = (int)target!;

    private int ReadInt(int at) => BinaryPrimitives.ReadInt32LittleEndian(_il.AsSpan(at));

    private int[] Targets()
    {
        int count = ReadInt(_at);
        int end = _at + 4 + (4 * count);
        return [.. Enumerable.Range(0, count).Select(i => end + ReadInt(_at + 4 + (4 * i)))];
    }
}
