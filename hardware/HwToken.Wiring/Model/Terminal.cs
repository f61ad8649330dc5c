namespace HwToken.Wiring.Model;

/// <summary>One pin of a part, with the net on it and what is fitted between.</summary>
public sealed record Terminal(string Net, string Pin, Remark Remark)
{
    public IEnumerable<Passive> Series => Remark.Passives.Where(passive => passive.IsInSeries);

    /// <summary>Pulls, and capacitors to ground.</summary>
    public IEnumerable<Passive> Shunts => Remark.Passives.Where(passive => !passive.IsInSeries);
}
