namespace HwToken.Enclosure.OpenScad;

/// <summary>OpenSCAD is missing, or did not draw.</summary>
public sealed class OpenScadException(string message) : Exception(message);
