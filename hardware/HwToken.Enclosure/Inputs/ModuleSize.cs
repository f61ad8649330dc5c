namespace HwToken.Enclosure.Inputs;

/// <summary>The outer size of a bought part, as the drawings and the fit check use it.</summary>
/// <param name="Name">What OpenSCAD calls it.</param>
/// <param name="Reference">In the bill of materials; empty for what is not bought.</param>
/// <param name="Clearance">Room around it, in mm.</param>
/// <param name="Verified">"yes", or "no: " and the reason.</param>
public sealed record ModuleSize(
    string Name, string Reference, string What, Vector Size, double Clearance, string Source, string Verified);
