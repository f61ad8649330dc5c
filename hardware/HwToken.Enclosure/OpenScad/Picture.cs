namespace HwToken.Enclosure.OpenScad;

/// <param name="Drawing">Path of the .scad file.</param>
/// <param name="Camera">OpenSCAD's: place, turn about x, y and z in degrees, distance.</param>
public sealed record Picture(string Name, string Drawing, string Part, string Camera);
