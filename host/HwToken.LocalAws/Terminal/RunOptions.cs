using System.Net;

namespace HwToken.LocalAws.Terminal;

/// <summary>What the command line asks for.</summary>
internal sealed record RunOptions(IPEndPoint Listen, string ConfigFile, string? LogFile);
