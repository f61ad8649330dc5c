namespace HwToken.Schematic.Drawing;

public enum Direction
{
    Up,
    Right,
    Down,
    Left,
}
