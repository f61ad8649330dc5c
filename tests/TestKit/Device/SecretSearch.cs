using System.Collections;
using System.Reflection;

namespace HwToken.TestKit.Device;

/// <summary>Looks through everything that an object holds, for bytes that it must not hold any more.</summary>
public static class SecretSearch
{
    /// <summary>Where the bytes stand in byte arrays that can be reached from <paramref name="root"/>.</summary>
    /// <param name="except">Objects not to look into, such as the storage, whose business the secret is.</param>
    public static IReadOnlyList<string> Find(object root, ReadOnlySpan<byte> secret, params object[] except)
    {
        var found = new List<string>();
        var seen = new HashSet<object>(except, ReferenceEqualityComparer.Instance);
        var open = new Stack<(string Path, object Value)>([(root.GetType().Name, root)]);
        while (open.TryPop(out (string Path, object Value) next))
        {
            if (!seen.Add(next.Value))
            {
                continue;
            }

            if (next.Value is byte[] bytes)
            {
                if (bytes.AsSpan().IndexOf(secret) >= 0)
                {
                    found.Add(next.Path);
                }
            }
            else
            {
                foreach ((string name, object value) in PartsOf(next.Value))
                {
                    open.Push(($"{next.Path}.{name}", value));
                }
            }
        }

        return found;
    }

    private static IEnumerable<(string Name, object Value)> PartsOf(object value)
    {
        if (value is string or Delegate or Type or MemberInfo || value.GetType().IsPrimitive)
        {
            return [];
        }

        if (value is IList items && value.GetType().IsArray)
        {
            return items.Cast<object?>().Where(item => item is not null).Select((item, i) => ($"{i}", item!));
        }

        const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var fields = new List<FieldInfo>();
        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            fields.AddRange(type.GetFields(Instance).Where(field => !field.FieldType.IsPrimitive && !field.FieldType.IsPointer));
        }

        return fields.Select(field => (field.Name, field.GetValue(value)!)).Where(part => part.Item2 is not null);
    }
}
