using HwToken.Core.Protocol.Messages;

namespace HwToken.Firmware.Adapters;

/// <summary>The last fault, in a file beside the token's own: it says what and where, and nothing secret.</summary>
internal sealed class FaultLog
{
    private const string Name = "fault";

    private readonly FlashFiles _files;

    public FaultLog(FlashFiles files)
    {
        _files = files;
    }

    /// <returns>Null if there has been none since the token was wiped.</returns>
    public string Read()
    {
        byte[] text = new byte[HealthState.FaultLength];
        int length = _files.Read(Name, 0, text, text.Length);
        if (length <= 0)
        {
            return null;
        }

        char[] characters = new char[length];
        for (int i = 0; i < length; i++)
        {
            characters[i] = text[i] >= ' ' && text[i] <= '~' ? (char)text[i] : '?';
        }

        return new string(characters);
    }

    /// <param name="fault">ASCII.</param>
    /// <returns>False if it could not be kept.</returns>
    public bool Write(string fault)
    {
        byte[] text = new byte[fault.Length];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (byte)fault[i];
        }

        if (!_files.Create(Name))
        {
            return false;
        }

        bool isWritten = _files.Append(text, 0, text.Length);
        return _files.Close() && isWritten;
    }
}
