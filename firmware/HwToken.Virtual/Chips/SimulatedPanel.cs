using HwToken.Device.Ports;

namespace HwToken.Virtual.Chips;

/// <summary>A 128x64 monochrome panel that remembers what it was told to light.</summary>
public sealed class SimulatedPanel : IDisplay
{
    public const int Width = 128;
    public const int Height = 64;

    public bool IsOn => throw new NotImplementedException();

    /// <summary>Goes up with every change of the picture: whoever draws it elsewhere sees whether there is something new.</summary>
    public int Revision => throw new NotImplementedException();

    public void SetPower(bool on) => throw new NotImplementedException();

    public void WritePage(int page, int column, byte[] data, int offset, int count) => throw new NotImplementedException();

    /// <summary>The picture at this moment.</summary>
    public PanelPicture Snapshot() => throw new NotImplementedException();

    /// <summary>64 lines of 128 characters, <c>#</c> lit and <c>.</c> dark, each ended by a line feed.</summary>
    public string ToText() => Snapshot().ToText();
}
