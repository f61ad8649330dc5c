using HwToken.Pages;

namespace HwToken.Wiring.Inputs;

/// <summary>One line of wiring.csv: one end of a wire, at a part.</summary>
/// <param name="BoardPin">Where the net reaches the board, a GPIO number or a name; empty where it does not.</param>
/// <param name="Remark">Passives on it, and notes; see <see cref="Model.Remark"/>.</param>
public sealed record Wire(string Net, string BoardPin, string Part, string PartPin, string Remark)
{
    /// <param name="boardColumn">The column that holds the board's pins.</param>
    public static IReadOnlyList<Wire> Read(string path, string boardColumn) =>
    [
        .. CsvFile.Read(path).Select(record => new Wire(
            record["net"], record[boardColumn], record["part"], record["part_pin"], record["remark"])),
    ];
}
