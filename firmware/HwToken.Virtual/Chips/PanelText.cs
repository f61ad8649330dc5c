namespace HwToken.Virtual.Chips;

/// <summary>Pictures of the panel made of characters, with a frame around, lines ended by a line feed, without colours.</summary>
public static class PanelText
{
    /// <summary>Two pixels a character: 130 columns, 34 lines.</summary>
    public static string HalfBlocks(PanelPicture picture) => throw new NotImplementedException();

    /// <summary>Eight pixels a character: 66 columns, 18 lines.</summary>
    public static string Braille(PanelPicture picture) => throw new NotImplementedException();

    /// <summary>Two pixels a character in plain ASCII: 130 columns, 34 lines.</summary>
    public static string Ascii(PanelPicture picture) => throw new NotImplementedException();
}
