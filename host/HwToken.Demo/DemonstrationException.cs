namespace HwToken.Demo;

/// <summary>The story cannot go on; what went wrong has been told.</summary>
internal sealed class DemonstrationException(string message) : Exception(message);
