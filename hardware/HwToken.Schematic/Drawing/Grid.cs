namespace HwToken.Schematic.Drawing;

/// <summary>The drawing's unit: half the pitch of pins, as in KiCad's libraries.</summary>
public static class Grid
{
    public const double Millimetres = 1.27;

    public const double Pixels = 8;
}
