using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HwToken.Core.Audit;
using HwToken.Core.Otp;

namespace HwToken.Client.Audit;

/// <summary>The link behind so many entries of a log, as it is kept on paper.</summary>
/// <remarks>
/// <c>7-ABCD-EFGH-IJKL-MNOP</c>: how many entries there were, and the first 80 bits of the link in base32. Who wants to
/// change an entry unseen has to find another log with the same 80 bits.
/// </remarks>
public sealed class AuditHead : IEquatable<AuditHead>
{
    private const int Length = 10;
    private const int GroupLength = 4;

    private readonly string _link;

    private AuditHead(long total, string link)
    {
        Total = total;
        _link = link;
    }

    /// <summary>Entries before the link, ever made.</summary>
    public long Total { get; }

    /// <param name="link"><see cref="AuditChain.LinkLength"/> bytes.</param>
    public static AuditHead Of(long total, byte[] link) => new(total, Base32.Encode(link, 0, Length));

    /// <summary>Reads what a person copied from paper: in any case, with or without its hyphens and blanks.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AuditHead? head)
    {
        head = null;
        int hyphen = text.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 0
            || !uint.TryParse(text[..hyphen].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out uint total))
        {
            return false;
        }

        string link = string.Concat(text[(hyphen + 1)..].Where(c => c is not ('-' or ' '))).ToUpperInvariant();
        if (link.Length != Length * 8 / 5 || !link.All(c => c is (>= 'A' and <= 'Z') or (>= '2' and <= '7')))
        {
            return false;
        }

        head = new AuditHead(total, link);
        return true;
    }

    public bool Equals(AuditHead? other) => other is not null && other.Total == Total && other._link == _link;

    public override bool Equals(object? obj) => Equals(obj as AuditHead);

    public override int GetHashCode() => HashCode.Combine(Total, _link);

    public override string ToString() =>
        Total.ToString(CultureInfo.InvariantCulture)
        + string.Concat(_link.Chunk(GroupLength).Select(group => "-" + new string(group)));
}
