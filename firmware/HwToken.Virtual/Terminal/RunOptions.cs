namespace HwToken.Virtual.Terminal;

/// <summary>What the command line asks for.</summary>
/// <param name="DrawScreen">Null to draw it where standard output is a terminal.</param>
internal sealed record RunOptions(VirtualTokenOptions Token, ButtonSource Button, bool? DrawScreen);
