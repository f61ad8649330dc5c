namespace HwToken.Virtual.Chips;

/// <summary>128x64 pixels as they were at one moment.</summary>
public sealed class PanelPicture
{
    public bool IsLit(int x, int y) => throw new NotImplementedException();

    /// <summary>64 lines of 128 characters, <c>#</c> lit and <c>.</c> dark, each ended by a line feed.</summary>
    public string ToText() => throw new NotImplementedException();
}
