using System.Reflection;
using System.Reflection.Emit;

namespace HwToken.Benchmarks.Il;

/// <summary>
/// Runs methods by their IL, one instruction after the other, and counts them: what an interpreter has to do for them,
/// on whatever machine. A method of an assembly that is not named here counts as the one call it is.
/// </summary>
/// <remarks>
/// As much of ECMA-335, partition III, as integers, arrays and fields need; anything else stops it with a
/// <see cref="NotSupportedException"/>. Its counts are exact, its speed means nothing.
/// </remarks>
public sealed class IlInterpreter(params Assembly[] interpreted)
{
    public IlCounts Counts { get; } = new();

    /// <summary>Runs a method; an instance method takes its object as the first argument.</summary>
    /// <returns>The result as an int, a long or a reference; null for none.</returns>
    public object? Run(MethodBase method, params object?[] arguments)
    {
        var frame = new Frame(method, arguments);
        while (true)
        {
            OpCode code = frame.Next(out object? operand);
            Counts.Instructions++;
            if (code == OpCodes.Ret)
            {
                return frame.Depth > 0 ? frame.Pop() : null;
            }

            if (!Variable(code, operand, frame) && !Branch(code, operand, frame) && !Memory(code, operand, frame)
                && !Call(code, operand, frame) && !Arithmetic.TryExecute(code, frame))
            {
                throw new NotSupportedException($"{code} in {method}");
            }
        }
    }

    // ldloc.2 and ldloc.s 2 are the same instruction; ldc.i4.m1 is the one whose suffix is no number.
    private static bool Variable(OpCode code, object? operand, Frame frame)
    {
        string[] parts = code.Name!.Split('.');
        int index = operand as int? ?? (int.TryParse(parts[^1], out int suffix) ? suffix : -1);
        switch (parts[0])
        {
            case "ldarg":
                frame.Push(frame.Arguments[index]);
                return true;
            case "ldloc":
                frame.Push(frame.Locals[index]);
                return true;
            case "starg":
                frame.Arguments[index] = frame.Pop();
                return true;
            case "stloc":
                frame.Locals[index] = frame.Pop();
                return true;
            case "ldc":
                frame.Push(operand is long ? operand : index);
                return true;
            default:
                return false;
        }
    }

    private static bool Branch(OpCode code, object? operand, Frame frame)
    {
        switch (code.FlowControl, code.Name)
        {
            case (FlowControl.Branch, "br" or "br.s"):
                frame.JumpTo(operand);
                return true;
            case (FlowControl.Cond_Branch, "switch"):
                int[] targets = (int[])operand!;
                int choice = frame.PopInt();
                if (choice >= 0 && choice < targets.Length)
                {
                    frame.JumpTo(targets[choice]);
                }

                return true;
            case (FlowControl.Cond_Branch, _):
                if (Arithmetic.Condition(code.Name!.Replace(".s", "", StringComparison.Ordinal), frame))
                {
                    frame.JumpTo(operand);
                }

                return true;
            default:
                return false;
        }
    }

    private bool Memory(OpCode code, object? operand, Frame frame)
    {
        switch (code.Name!.Split('.')[0])
        {
            case "ldfld":
                Counts.Fields++;
                frame.Push(Cells.Load(Field(operand, frame).GetValue(frame.Pop())));
                return true;
            case "stfld":
                Counts.Fields++;
                object? stored = frame.Pop();
                FieldInfo field = Field(operand, frame);
                field.SetValue(frame.Pop(), Cells.Store(stored, field.FieldType));
                return true;
            case "ldelem":
                Counts.Elements++;
                int from = frame.PopInt();
                frame.Push(new ElementAddress((Array)frame.Pop()!, from).Value);
                return true;
            case "stelem":
                Counts.Elements++;
                object? element = frame.Pop();
                int to = frame.PopInt();
                _ = new ElementAddress((Array)frame.Pop()!, to) { Value = element };
                return true;
            case "ldelema":
                Counts.Elements++;
                int at = frame.PopInt();
                frame.Push(new ElementAddress((Array)frame.Pop()!, at));
                return true;
            case "ldind":
                frame.Push(((ElementAddress)frame.Pop()!).Value);
                return true;
            case "stind":
                object? value = frame.Pop();
                ((ElementAddress)frame.Pop()!).Value = value;
                return true;
            case "ldlen":
                frame.Push(((Array)frame.Pop()!).Length);
                return true;
            case "newarr":
                Counts.Allocations++;
                frame.Push(Array.CreateInstance(frame.Module.ResolveType((int)operand!), frame.PopInt()));
                return true;
            case "ldtoken":
                frame.Push(Field(operand, frame).FieldHandle);
                return true;
            default:
                return false;
        }
    }

    private bool Call(OpCode code, object? operand, Frame frame)
    {
        if (code != OpCodes.Call && code != OpCodes.Callvirt)
        {
            return false;
        }

        Counts.Calls++;
        MethodBase method = frame.Module.ResolveMethod((int)operand!)!;
        ParameterInfo[] parameters = method.GetParameters();
        object?[] arguments = new object?[parameters.Length];
        for (int i = arguments.Length - 1; i >= 0; i--)
        {
            arguments[i] = Cells.Store(frame.Pop(), parameters[i].ParameterType);
        }

        object? target = method.IsStatic ? null : frame.Pop();
        method = code == OpCodes.Callvirt ? Implementation(method, target!) : method;
        object? result = !interpreted.Contains(method.Module.Assembly) ? method.Invoke(target, arguments)
            : Run(method, method.IsStatic ? arguments : [target, .. arguments]);
        if (method is MethodInfo info && info.ReturnType != typeof(void))
        {
            frame.Push(Cells.Load(result));
        }

        return true;
    }

    private static MethodBase Implementation(MethodBase method, object target)
    {
        if (!method.DeclaringType!.IsInterface)
        {
            return method;
        }

        InterfaceMapping map = target.GetType().GetInterfaceMap(method.DeclaringType);
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, (MethodInfo)method)];
    }

    private static FieldInfo Field(object? token, Frame frame) => frame.Module.ResolveField((int)token!)!;

    private sealed record ElementAddress(Array Array, int Index)
    {
        public object? Value
        {
            get => Cells.Load(Array.GetValue(Index));
            set => Array.SetValue(Cells.Store(value, Array.GetType().GetElementType()!), Index);
        }
    }
}
