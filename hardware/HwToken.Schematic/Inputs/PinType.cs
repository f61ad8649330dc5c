namespace HwToken.Schematic.Inputs;

/// <summary>What a pin does electrically. The rules go by it.</summary>
public enum PinType
{
    /// <summary>Takes its supply here.</summary>
    PowerIn,

    /// <summary>Feeds a supply: a regulator's or switch's output, a cell's plus.</summary>
    PowerOut,

    /// <summary>Belongs on GND and nowhere else.</summary>
    Ground,

    Input,

    /// <summary>Drives both levels whenever the part is on.</summary>
    Output,

    /// <summary>What the program makes of it: an input until then.</summary>
    Bidirectional,

    /// <summary>Pulls low or lets go; several may share a net.</summary>
    OpenDrain,

    Passive,

    /// <summary>A pin of the package that is not connected inside.</summary>
    Unused,
}
