namespace HwToken.Fuzz.Targets;

/// <summary>What is fed with bytes of any kind. It throws where something is wrong; a refusal is nothing wrong.</summary>
public interface ITarget
{
    /// <summary>As the command line and the corpus folder name it.</summary>
    string Name { get; }

    /// <summary>An input is at most so long.</summary>
    int MaxLength { get; }

    /// <summary>Inputs to begin with, besides the corpus.</summary>
    IEnumerable<byte[]> Seeds { get; }

    void Run(ReadOnlySpan<byte> input);
}
