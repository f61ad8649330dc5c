namespace HwToken.Schematic.Rules;

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
