// What a rule is, and the list of them.

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

/// <summary>All rules, in the order in which they are reported.</summary>
public static class ElectricalRules
{
    public static IReadOnlyList<IRule> All { get; } =
    [
        new ConnectionRule(), new DriverRule(), new SupplyRule(), new RegulatorRule(), new StrappingRule(),
        new PullRule(), new LevelRule(), new StandbyRule(), new BudgetRule(), new BusRule(),
        new WiringRule(), new BomRule(),
        new BulkRule(), new HoldUpRule(), new BackfeedRule(), new FuseRule(), new DischargeRule(), new InputRule(),
        new ModuleRule(),
    ];
}
