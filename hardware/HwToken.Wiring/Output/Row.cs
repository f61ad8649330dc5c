using HwToken.Wiring.Model;

namespace HwToken.Wiring.Output;

/// <summary>Where a pin of a module is drawn: the height of its wire, and the room above and below it.</summary>
public sealed record Row(Terminal Terminal, double Y, double Bottom)
{
    private const double Plain = 17;
    private const double ShuntUp = 66;
    private const double ShuntDown = 62;
    private const double NoteLine = 13;

    /// <summary>Pixels above the wire that the terminal needs.</summary>
    public static double RoomAbove(Terminal terminal) => terminal.Shunts.Any(GoesUp) ? ShuntUp : Plain;

    public static double RoomBelow(Terminal terminal)
    {
        double notes = Plain + (NoteLine * Notes(terminal).Count);
        return terminal.Shunts.Any(shunt => !GoesUp(shunt)) ? Math.Max(ShuntDown, notes) : notes;
    }

    /// <summary>A pull to ground is drawn below the wire, one to a rail above it.</summary>
    public static bool GoesUp(Passive passive) => passive.To != Circuit.Ground;

    /// <summary>The builder's notes in lines that fit a module's box.</summary>
    public static IReadOnlyList<string> Notes(Terminal terminal)
    {
        const int lineLength = 32;
        var lines = new List<string>();
        foreach (string word in terminal.Remark.Notes.SelectMany(note => note.Split(' ')))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= lineLength)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}
