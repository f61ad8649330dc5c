using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace HwToken.TestKit;

/// <summary>What an object and the objects it owns hold: for tests that nothing secret stays behind.</summary>
public static class ObjectState
{
    /// <summary>
    /// One line per field or array element, numbers in hexadecimal. Two objects of one type that hold the same, and
    /// refer to no object twice, give the same text.
    /// </summary>
    public static string Describe(object value)
    {
        var text = new StringBuilder();
        Describe(value, value.GetType().Name, text);
        return text.ToString();
    }

    private static void Describe(object? value, string path, StringBuilder text)
    {
        switch (value)
        {
            case IFormattable number when value.GetType().IsPrimitive && value is not char:
                text.AppendLine(CultureInfo.InvariantCulture, $"{path} {number:x}");
                break;
            case null or string or bool or char or Enum:
                text.AppendLine(CultureInfo.InvariantCulture, $"{path} {value}");
                break;
            case IList items:
                for (int i = 0; i < items.Count; i++)
                {
                    Describe(items[i], $"{path}[{i}]", text);
                }

                break;
            default:
                const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
                foreach (FieldInfo field in value.GetType().GetFields(Instance))
                {
                    Describe(field.GetValue(value), $"{path}.{field.Name}", text);
                }

                break;
        }
    }
}
