using HwToken.Base;
using HwToken.Client.Errors;

namespace HwToken.Client.Accounts;

/// <summary>Which account is meant by what somebody typed.</summary>
public static class AccountLookup
{
    /// <summary>
    /// The whole name of the account that is meant: its name; the last part of it (the user of an MFA device, the
    /// account behind an issuer); or any part of it that no other account has, in upper or lower case. Nothing typed
    /// means the only account there is.
    /// </summary>
    /// <remarks>The ARN of an MFA device is a name already, or has one that stands for it; the token is not asked.</remarks>
    /// <param name="typed">Null or empty if nothing was.</param>
    /// <exception cref="AccountNotFoundException">None; near names come with it.</exception>
    /// <exception cref="AmbiguousAccountException">More than one.</exception>
    /// <exception cref="MfaSerialTooLongException">No token can have the account of this ARN.</exception>
    public static async Task<string> ResolveAsync(TokenClient token, string? typed, CancellationToken cancellationToken = default) =>
        typed is not null && MfaSerial.TryParse(typed) is { } serial
            ? serial.AccountName
            : Find(typed, await token.ListAccountsAsync(cancellationToken).ConfigureAwait(false)).Name;

    /// <summary>The account of exactly this name, or of the MFA device that has this ARN.</summary>
    /// <exception cref="AccountNotFoundException">There is none; near names come with it.</exception>
    /// <exception cref="MfaSerialTooLongException">No token can have the account of this ARN.</exception>
    public static TokenAccount Named(string nameOrArn, IReadOnlyList<TokenAccount> accounts)
    {
        string name = MfaSerial.NameOf(nameOrArn);
        return accounts.FirstOrDefault(a => a.Name == name) ?? throw NotFound(name, accounts);
    }

    /// <summary>As <see cref="ResolveAsync"/>, among accounts that are known already.</summary>
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

    internal static AccountNotFoundException NotFound(string name, IReadOnlyList<TokenAccount> accounts) =>
        new(name, NearNames.Of(name, accounts.Select(a => a.Name), LastPart), accounts.Count == 0);

    /// <summary>Behind the last slash of an ARN, behind the colon of issuer:account, or all of it.</summary>
    private static string LastPart(string name)
    {
        int before = MfaSerial.TryParse(name) is not null ? name.LastIndexOf('/') : name.IndexOf(':');
        return name[(before + 1)..].TrimStart();
    }
}
