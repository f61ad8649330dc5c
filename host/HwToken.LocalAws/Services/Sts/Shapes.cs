namespace HwToken.LocalAws.Services.Sts;

/// <summary>The shapes of STS's parameters (AWS STS API reference, version 2011-06-15).</summary>
internal static class Shapes
{
    internal static readonly TextConstraint Arn = new(
        20,
        2048,
        @"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+",
        c => c is '\t' or '\n' or '\r' or (>= ' ' and <= '~') or '\u0085' or >= '\u00A0');

    internal static readonly TextConstraint ExternalId = new(2, 1224, @"[\w+=,.@:\/-]*", TextConstraint.WordOr("+=,.@:/-"));

    internal static readonly TextConstraint RoleSessionName = new(2, 64, @"[\w+=,.@-]*", TextConstraint.WordOr("+=,.@-"));

    internal static readonly TextConstraint SerialNumber = new(9, 256, @"[\w+=/:,.@-]*", TextConstraint.WordOr("+=/:,.@-"));

    internal static readonly TextConstraint TokenCode = new(6, 6, @"[\d]*", char.IsAsciiDigit);
}
