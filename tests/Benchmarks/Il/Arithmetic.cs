using System.Reflection.Emit;

namespace HwToken.Benchmarks.Il;

/// <summary>Instructions that only take values from the stack and put one there; int and long.</summary>
internal static class Arithmetic
{
    public static bool TryExecute(OpCode code, Frame frame)
    {
        switch (code.Name)
        {
            case "nop":
                return true;
            case "pop":
                frame.Pop();
                return true;
            case "dup":
                frame.Push(frame.Peek());
                return true;
            case "ceq" or "cgt" or "cgt.un" or "clt" or "clt.un":
                frame.Push(Condition(code.Name[1..].Replace("eq", "beq", StringComparison.Ordinal), frame) ? 1 : 0);
                return true;
            case "neg" or "not" or "conv.u1" or "conv.u2" or "conv.i4" or "conv.u4" or "conv.i8" or "conv.u8":
                frame.Push(Unary(code.Name, frame.Pop()!));
                return true;
            default:
                return code.StackBehaviourPop == StackBehaviour.Pop1_pop1 && Binary(code.Name!, frame);
        }
    }

    /// <summary>Whether a branch is taken, or a comparison true; takes its operands from the stack.</summary>
    public static bool Condition(string name, Frame frame)
    {
        object? right = frame.Pop();
        if (name is "brtrue" or "brfalse")
        {
            return name == "brtrue" == right is not (null or 0 or 0L);
        }

        object? left = frame.Pop();
        if (left is not (int or long))
        {
            return name switch
            {
                "beq" => ReferenceEquals(left, right),
                "bne.un" or "gt.un" => !ReferenceEquals(left, right),
                _ => throw new NotSupportedException(name),
            };
        }

        int order = name.EndsWith(".un", StringComparison.Ordinal)
            ? Unsigned(left).CompareTo(Unsigned(right!))
            : Signed(left).CompareTo(Signed(right!));
        return name.TrimStart('b').Replace(".un", "", StringComparison.Ordinal) switch
        {
            "eq" => order == 0,
            "ne" => order != 0,
            "lt" => order < 0,
            "le" => order <= 0,
            "gt" => order > 0,
            "ge" => order >= 0,
            _ => throw new NotSupportedException(name),
        };
    }

    private static bool Binary(string name, Frame frame)
    {
        object right = frame.Pop()!;
        object left = frame.Pop()!;
        bool wide = left is long;
        long a = Signed(left);
        long b = Signed(right);
        int mask = wide ? 63 : 31;
        long result;
        unchecked
        {
            switch (name)
            {
                case "add": result = a + b; break;
                case "sub": result = a - b; break;
                case "mul": result = a * b; break;
                case "div": result = a / b; break;
                case "rem": result = a % b; break;
                case "and": result = a & b; break;
                case "or": result = a | b; break;
                case "xor": result = a ^ b; break;
                case "shl": result = a << ((int)b & mask); break;
                case "shr": result = a >> ((int)b & mask); break;
                case "shr.un": result = (long)(Unsigned(left) >> ((int)b & mask)); break;
                default: return false;
            }

            frame.Push(wide ? result : (object)(int)result);
        }

        return true;
    }

    private static object Unary(string name, object value)
    {
        long a = Signed(value);
        unchecked
        {
            return name switch
            {
                "neg" => value is long ? -a : (object)(int)-a,
                "not" => value is long ? ~a : (object)(int)~a,
                "conv.u1" => (int)(byte)a,
                "conv.u2" => (int)(ushort)a,
                "conv.i4" or "conv.u4" => (int)a,
                "conv.i8" => a,
                _ => (long)Unsigned(value),
            };
        }
    }

    private static long Signed(object value) => value is int i ? i : (long)value;

    private static ulong Unsigned(object value) => unchecked(value is int i ? (uint)i : (ulong)(long)value);
}
