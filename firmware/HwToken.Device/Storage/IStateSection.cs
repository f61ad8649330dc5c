using HwToken.Core.Protocol;

namespace HwToken.Device.Storage;

/// <summary>A part of what the token remembers, with a place of fixed length in its state file.</summary>
public interface IStateSection
{
    /// <summary>Bytes in the file. What a section does not use of them is zero.</summary>
    int SectionLength { get; }

    /// <summary>As in a token that has just been made.</summary>
    void Reset();

    void Write(PayloadWriter writer);

    void Read(PayloadReader reader);
}
