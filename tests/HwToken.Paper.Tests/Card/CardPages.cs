
using HwToken.Client.Audit;
using HwToken.Client.Model;
using HwToken.Paper.Card;

namespace HwToken.Paper.Tests.Card;

/// <summary>Facts for cards, the longest and the oddest that there can be.</summary>
internal static class CardPages
{
    private static readonly DateTimeOffset Day = new(2027, 1, 15, 8, 0, 0, TimeSpan.Zero);

    public static CardFacts Facts(string account = "arn:aws:iam::123456789012:mfa/root-account-mfa-device") => new(
        "AERUKZ4J",
        account,
        new TokenSeal(true, uint.MaxValue, Day, uint.MaxValue, Day.AddDays(1)),
        AuditHead.Of(uint.MaxValue, [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 37))]),
        Day.AddDays(2));

    /// <summary>64 bytes, none of which is narrow, with what markup would take for its own.</summary>
    public const string Longest = "<MMMM> & \"WWWW\" 'MMMM':MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM";
}
