// An account of a token, and which one is meant by what somebody typed.
using HwToken.Base;
using HwToken.Client.Errors;
using HwToken.Core.Otp;

namespace HwToken.Client.Accounts;

/// <summary>An account as a token keeps it, without its key.</summary>
/// <param name="Name">An MFA serial ARN, or what stands for a long one, or issuer:account; 1 to 64 bytes of UTF-8.</param>
/// <param name="Digits">6 to 8.</param>
/// <param name="Period">Seconds of a time step, 1 to 65535.</param>
public sealed record TokenAccount(
    string Name, OtpAlgorithm Algorithm = OtpAlgorithm.HmacSha1, int Digits = 6, int Period = 30);

/// <summary>Which account is meant by what somebody typed.</summary>
public static class AccountLookup
{
    /// <summary>The account of exactly this name, or of the MFA device that has this ARN.</summary>
    /// <exception cref="AccountNotFoundException">There is none; near names come with it.</exception>
    /// <exception cref="MfaSerialTooLongException">No token can have the account of this ARN.</exception>
    public static TokenAccount Named(string nameOrArn, IReadOnlyList<TokenAccount> accounts)
    {
        string name = MfaSerial.NameOf(nameOrArn);
        return accounts.FirstOrDefault(a => a.Name == name) ?? throw NotFound(name, accounts);
    }

    /// <summary>
    /// The account that is meant: by its name; by the last part of it (the user of an MFA device, the account behind an
    /// issuer); or by any part of it that no other account has, in upper or lower case. Nothing typed means the only
    /// account.
    /// </summary>
    /// <param name="typed">Null or empty if nothing was.</param>
    /// <exception cref="AccountNotFoundException">None; near names come with it.</exception>
    /// <exception cref="AmbiguousAccountException">More than one.</exception>
    /// <exception cref="MfaSerialTooLongException">No token can have the account of this ARN.</exception>
    public static TokenAccount Find(string? typed, IReadOnlyList<TokenAccount> accounts)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return accounts.Count switch
            {
                0 => throw NotFound(string.Empty, accounts),
                1 => accounts[0],
                _ => throw new AmbiguousAccountException(null, [.. accounts.Select(a => a.Name)]),
            };
        }

        if (MfaSerial.TryParse(typed) is not null)
        {
            return Named(typed, accounts);
        }

        // From the narrowest meaning to the widest: the first that fits any account decides.
        Func<TokenAccount, bool>[] meanings =
        [
            a => a.Name == typed,
            a => a.Name.Equals(typed, StringComparison.OrdinalIgnoreCase),
            a => LastPart(a.Name).Equals(typed, StringComparison.OrdinalIgnoreCase),
            a => a.Name.Contains(typed, StringComparison.OrdinalIgnoreCase),
        ];
        foreach (Func<TokenAccount, bool> meaning in meanings)
        {
            TokenAccount[] meant = [.. accounts.Where(meaning)];
            if (meant.Length > 0)
            {
                return meant.Length == 1 ? meant[0] : throw new AmbiguousAccountException(typed, [.. meant.Select(a => a.Name)]);
            }
        }

        throw NotFound(typed, accounts);
    }

    /// <summary>That there is no such account; near names come with it.</summary>
    internal static AccountNotFoundException NotFound(string name, IReadOnlyList<TokenAccount> accounts)
    {
        IReadOnlyList<string> nearNames = NearNames.Of(name, accounts.Select(a => a.Name), LastPart);
        return new(name, nearNames, $"the token has no account {Called(name)}".TrimEnd(), HintFor(name, nearNames, accounts.Count == 0));
    }

    /// <summary>Behind the last slash of an ARN, behind the colon of issuer:account, or all of it.</summary>
    private static string LastPart(string name)
    {
        int before = MfaSerial.TryParse(name) is not null ? name.LastIndexOf('/') : name.IndexOf(':');
        return name[(before + 1)..].TrimStart();
    }

    /// <summary>As the token's list of accounts would have it, and as it was asked for.</summary>
    private static string Called(string name) =>
        MfaSerial.OfAccount(name) is { } serial && serial.AccountName != serial.Arn
            ? $"{serial.AccountName}, which stands for {serial.Arn}"
            : name;

    private static string HintFor(string name, IReadOnlyList<string> nearNames, bool tokenIsEmpty) => nearNames.Count > 0
        ? $"did you mean {string.Join(" or ", nearNames)}?" + RenamingFor(name, nearNames[0])
        : tokenIsEmpty
            ? "it has no account at all: add one with hwtoken accounts add"
            : "see its accounts with: hwtoken accounts list";

    /// <summary>
    /// A caller that asks by an ARN cannot ask by another name: then the account has to have that one. Nothing where it is
    /// another device's for sure.
    /// </summary>
    private static string RenamingFor(string name, string near) =>
        MfaSerial.OfAccount(name) is { } asked
        && MfaSerial.OfAccount(near) is null
        && (AwsQrName.TryParse(near)?.Serial ?? asked).AccountId == asked.AccountId
        && RenameCommand.Of(near, asked.Arn) is { } command
            ? $" AWS commands find it after: {command}"
            : string.Empty;
}
