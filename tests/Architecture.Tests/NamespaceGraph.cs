using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace HwToken.Architecture.Tests;

/// <summary>
/// Which namespaces of an assembly use which others of it, by the types that its compiled code names: in bases,
/// signatures, fields, locals, catch clauses and instructions. A parent namespace is one of its own.
/// </summary>
/// <remarks>
/// Not seen: constants and nameof, which the compiler replaces, and attributes. Code that a generator puts outside the
/// root namespace is nobody's.
/// </remarks>
internal sealed class NamespaceGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _uses = new(StringComparer.Ordinal);

    private NamespaceGraph(string assemblyFile, string root)
    {
        using var file = new PEReader(File.OpenRead(assemblyFile));
        MetadataReader metadata = file.GetMetadataReader();
        foreach (TypeDefinitionHandle user in metadata.TypeDefinitions)
        {
            (string from, string userName) = NameOf(metadata, user);
            foreach (TypeDefinitionHandle used in new TypeUse(file, metadata).Of(user))
            {
                (string to, string usedName) = NameOf(metadata, used);
                if (from != to && IsBelow(from, root) && IsBelow(to, root))
                {
                    From(from).TryAdd(to, $"{userName} uses {usedName}");
                }
            }
        }
    }

    /// <summary>The namespaces that go round in a circle: for each circle its uses, each with an example. Empty is right.</summary>
    public IReadOnlyList<string> Cycles =>
    [
        .. from circle in Circles()
           from user in circle
           from use in From(user)
           where circle.Contains(use.Key)
           select $"{user} -> {use.Key}: {use.Value}",
    ];

    public static NamespaceGraph Of(string assemblyFile, string root) => new(assemblyFile, root);

    /// <summary>The namespaces that this one uses, in order.</summary>
    public IEnumerable<string> UsedBy(string name) => From(name).Keys;

    private static bool IsBelow(string name, string root) =>
        name == root || name.StartsWith(root + ".", StringComparison.Ordinal);

    // A nested type has no namespace of its own: lambdas, iterators and state machines are of the type around them.
    private static (string Namespace, string Name) NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private SortedDictionary<string, string> From(string name)
    {
        if (!_uses.TryGetValue(name, out SortedDictionary<string, string>? uses))
        {
            _uses.Add(name, uses = new(StringComparer.Ordinal));
        }

        return uses;
    }

    // Those that reach each other, each group once. A project has few namespaces: no cleverer way is needed.
    private IEnumerable<IReadOnlySet<string>> Circles()
    {
        Dictionary<string, HashSet<string>> reach = _uses.Keys.ToList().ToDictionary(name => name, Reach);
        return reach.Keys
            .Select(name => new SortedSet<string>(
                reach[name].Where(other => reach.ContainsKey(other) && reach[other].Contains(name)), StringComparer.Ordinal))
            .Where(circle => circle.Count > 0)
            .DistinctBy(circle => circle.Min);
    }

    private HashSet<string> Reach(string start)
    {
        HashSet<string> reached = [];
        Queue<string> open = new([start]);
        while (open.TryDequeue(out string? name))
        {
            foreach (string next in From(name).Keys.Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }
}

/// <summary>The types of the same assembly that a type's compiled code names.</summary>
internal sealed class TypeUse(PEReader file, MetadataReader metadata) : ISignatureTypeProvider<bool, bool>
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    // The first byte of an instruction of two (ECMA-335, partition III, 1.2.1).
    private const int TwoByteCode = 0xFE;

    private readonly HashSet<TypeDefinitionHandle> _used = [];

    public IReadOnlySet<TypeDefinitionHandle> Of(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        Add(type.BaseType);
        AddConstraints(type.GetGenericParameters());
        foreach (InterfaceImplementationHandle implemented in type.GetInterfaceImplementations())
        {
            Add(metadata.GetInterfaceImplementation(implemented).Interface);
        }

        foreach (FieldDefinitionHandle field in type.GetFields())
        {
            metadata.GetFieldDefinition(field).DecodeSignature(this, default);
        }

        foreach (MethodDefinitionHandle method in type.GetMethods())
        {
            AddMethod(metadata.GetMethodDefinition(method));
        }

        return _used;
    }

    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => _used.Add(handle);

    public bool GetTypeFromSpecification(
        MetadataReader reader, bool genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    // What a signature is made of has been told on the way.
    public bool GetArrayType(bool elementType, ArrayShape shape) => default;

    public bool GetByReferenceType(bool elementType) => default;

    public bool GetFunctionPointerType(MethodSignature<bool> signature) => default;

    public bool GetGenericInstantiation(bool genericType, System.Collections.Immutable.ImmutableArray<bool> typeArguments) => default;

    public bool GetGenericMethodParameter(bool genericContext, int index) => default;

    public bool GetGenericTypeParameter(bool genericContext, int index) => default;

    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => default;

    public bool GetPinnedType(bool elementType) => default;

    public bool GetPointerType(bool elementType) => default;

    public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => default;

    public bool GetSZArrayType(bool elementType) => default;

    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => default;

    private void AddMethod(MethodDefinition method)
    {
        method.DecodeSignature(this, default);
        AddConstraints(method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0)
        {
            return; // abstract, or native
        }

        MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, default);
        }

        foreach (ExceptionRegion region in body.ExceptionRegions)
        {
            Add(region.CatchType);
        }

        AddInstructions(body.GetILReader());
    }

    private void AddInstructions(BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            OpCode instruction = OpCodesByValue[value == TwoByteCode ? (value << 8) | code.ReadByte() : value];
            switch (instruction.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType
                    or OperandType.InlineSig:
                    Add(System.Reflection.Metadata.Ecma335.MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    int targets = code.ReadInt32();
                    code.Offset += targets * sizeof(int);
                    break;
                default:
                    code.Offset += SizeOf(instruction.OperandType);
                    break;
            }
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (GenericParameterHandle parameter in parameters)
        {
            foreach (GenericParameterConstraintHandle constraint in metadata.GetGenericParameter(parameter).GetConstraints())
            {
                Add(metadata.GetGenericParameterConstraint(constraint).Type);
            }
        }
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                _used.Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, default);
                break;
            case HandleKind.FieldDefinition:
                Add(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                Add(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Add(metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification method = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(method.Method);
                method.DecodeSignature(this, default);
                break;
            case HandleKind.StandaloneSignature:
                metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(this, default);
                break;
            default:
                break; // another assembly's
        }
    }
}
