// What the card in the safe says.
using System.Globalization;
using HwToken.Client.Audit;
using HwToken.Client.Model;

namespace HwToken.Paper.Card;

/// <summary>What the card says of one token and one account. Nothing of it is secret.</summary>
/// <param name="Account">Its whole name.</param>
/// <param name="Printed">This computer's time.</param>
public sealed record CardFacts(string Serial, string Account, TokenSeal Seal, AuditHead Head, DateTimeOffset Printed);

/// <summary>The words of the page that lies beside a token in a safe, apart from what they look like.</summary>
/// <remarks>
/// They are for somebody who has never held the token, at night. How AWS resynchronizes: IAM User Guide, "Resynchronize
/// virtual and hardware MFA devices"; the console offers it when a sign-in has failed.
/// </remarks>
public sealed class CardText
{
    public const string Title = "MFA token: what to do on the worst day";

    public const string Assurance = "This page has no key, no code, no PIN and no password.";

    public const string StepsTitle = "To sign in";

    public const string BlanksTitle = "To be filled in by hand";

    public CardText(CardFacts facts)
    {
        TokenSeal seal = facts.Seal;
        Facts =
        [
            ("Token", facts.Serial),
            ("Account", facts.Account),
            ("Seal number", seal.Number?.ToString(CultureInfo.InvariantCulture) ?? "not sealed"),
            ("Sealed on", seal.IsSealed && seal.SealedAt is DateTimeOffset at ? Date(at) : "not sealed"),
            ("Opened so far", Openings(seal.Openings)),
            ("Last drill", seal.LastDrill is DateTimeOffset drill ? Date(drill) : "none"),
            ("Next drill due", seal.NextDrill is DateTimeOffset next ? Date(next) : "when the token is sealed"),
            ("End of the log", facts.Head.ToString()),
            ("Printed on", Date(facts.Printed)),
        ];
    }

    /// <summary>Names and values, in the order in which they are looked for.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; }

    public IReadOnlyList<string> Steps { get; } =
    [
        "Call the people below. Write down who is there, and when.",
        "Compare the number on the seal with the one above, then break the seal. If they differ, or it is broken "
            + "already, stop: somebody was here before you.",
        "Press the token's button. The screen says SEALED, the number, the date, and how often it was opened: compare "
            + "all of them with this page.",
        "Hold the button until the screen asks, let go, and hold it again. The token counts the opening and shows six "
            + "digits.",
        "Open https://console.aws.amazon.com and sign in. For the root user take \"root user\" and its e-mail address.",
        "When AWS asks for an MFA code, type the six digits on the screen. If few seconds are left, wait for the next "
            + "ones.",
        "If AWS refuses the code and offers to resynchronize: press the button until the screen says \"next code\", and "
            + "hold it. The screen shows two codes. Type the 1st and then the 2nd; they stay until both are old.",
        "If that fails, take the other token. If the screen says that the clock has stopped, this one cannot help.",
        "Afterwards sign out, run \"hwtoken audit\" and \"hwtoken drill\", seal the token again with "
            + "\"hwtoken seal NUMBER\", and print a new page with \"hwtoken card\".",
    ];

    /// <summary>What hwtoken does not know, or must not.</summary>
    public IReadOnlyList<string> Blanks { get; } =
    [
        "Call first", "Call next", "E-mail of the root user is with", "Password is kept at", "Other token is held by",
        "Drilled on / log / by", "Drilled on / log / by",
    ];

    private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Openings(long openings) => openings switch
    {
        0 => "never",
        1 => "1 time",
        _ => string.Create(CultureInfo.InvariantCulture, $"{openings} times"),
    };
}
