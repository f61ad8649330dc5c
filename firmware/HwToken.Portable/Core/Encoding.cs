namespace System.Text;

/// <summary>What portable code uses of nanoFramework.System.Text, the one type that mscorlib lacks: declarations.</summary>
/// <remarks>nanoframework/nanoFramework.System.Text, nanoFramework.System.Text/Text/Encoding.cs.</remarks>
public abstract class Encoding
{
    public static Encoding UTF8
    {
        get { return null; }
    }

    public abstract byte[] GetBytes(string s);

    public abstract string GetString(byte[] bytes, int index, int count);
}
