using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

/// <summary>Something that must hold for every build.</summary>
public interface IRule
{
    /// <summary>In a few words, what holds when there is no finding.</summary>
    string Title { get; }

    /// <summary>What does not hold, one sentence each, naming part, pin and net.</summary>
    IEnumerable<string> Check(Design design);
}
