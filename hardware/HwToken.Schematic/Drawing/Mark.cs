namespace HwToken.Schematic.Drawing;

public enum MarkKind
{
    /// <summary>The net's name at the end of a wire or pin.</summary>
    Label,

    /// <summary>The net's name above a wire.</summary>
    WireLabel,

    /// <summary>A bar with a supply's name.</summary>
    Power,
    Ground,

    /// <summary>Left open on purpose.</summary>
    Cross,
}

/// <summary>A sign at a place that names the net.</summary>
/// <param name="Direction">Away from the wire or the pin.</param>
public sealed record Mark(MarkKind Kind, string Net, Point At, Direction Direction);
