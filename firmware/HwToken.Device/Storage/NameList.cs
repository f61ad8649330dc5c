using System.Text;

namespace HwToken.Device.Storage;

/// <summary>The names of a transaction's files, as the list on storage holds them: a zero byte behind each.</summary>
internal sealed class NameList
{
    private const int MaxNameLength = 16;

    private readonly string[] _names;

    public NameList(int capacity)
    {
        _names = new string[capacity];
        Buffer = new byte[(MaxNameLength + 1) * capacity];
    }

    public byte[] Buffer { get; }

    /// <returns>Bytes written to <see cref="Buffer"/>.</returns>
    public int Write(string[] names, int count)
    {
        int length = 0;
        for (int i = 0; i < count; i++)
        {
            string name = names[i];
            for (int j = 0; j < name.Length; j++)
            {
                Buffer[length++] = (byte)name[j];
            }

            Buffer[length++] = 0;
        }

        return length;
    }

    /// <returns>How many names there are; -1 if the list cannot be read.</returns>
    public int Read(IFiles files, string file)
    {
        int length = files.Read(file, 0, Buffer, Buffer.Length);
        if (length < 0)
        {
            return -1;
        }

        int count = 0;
        int start = 0;
        for (int i = 0; i < length && count < _names.Length; i++)
        {
            if (Buffer[i] == 0)
            {
                _names[count++] = Encoding.UTF8.GetString(Buffer, start, i - start);
                start = i + 1;
            }
        }

        return count;
    }

    public string NameAt(int index)
    {
        return _names[index];
    }
}
