namespace HwToken.Client.Audit;

/// <summary>What a log says to a link that was written down earlier.</summary>
public enum AuditMatch
{
    /// <summary>The entries before the link are those that were there.</summary>
    Same,

    /// <summary>They are not.</summary>
    Different,

    /// <summary>There are fewer entries than there were.</summary>
    Shorter,

    /// <summary>More entries have come since than the token keeps: nobody can tell any more.</summary>
    Overwritten,
}
