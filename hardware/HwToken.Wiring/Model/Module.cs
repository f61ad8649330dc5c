namespace HwToken.Wiring.Model;

/// <summary>A part as the builder sees it: a name and its pins.</summary>
public sealed record Module(string Name, IReadOnlyList<Terminal> Terminals);
