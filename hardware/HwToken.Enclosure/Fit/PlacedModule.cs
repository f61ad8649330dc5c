namespace HwToken.Enclosure.Fit;

/// <summary>A bought part where the drawing puts it.</summary>
/// <param name="Cavity">The room that it must stay in.</param>
/// <param name="RestsOn">The part that it is mounted on and touches; empty: none.</param>
/// <param name="Opening">The side on which it looks out of its cavity, such as "-x"; empty: none.</param>
public sealed record PlacedModule(
    string Name, string Cavity, Box Box, double Clearance, string RestsOn, string Opening);
