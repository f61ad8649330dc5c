using HwToken.Client.Accounts;

namespace HwToken.Client.Errors;

/// <summary>The token has no account of that name.</summary>
public sealed class AccountNotFoundException : TokenClientException
{
    internal AccountNotFoundException(string name, IReadOnlyList<string> nearNames, bool tokenIsEmpty)
        : base(TokenFailure.Refused, $"the token has no account {Called(name)}".TrimEnd(), HintFor(name, nearNames, tokenIsEmpty))
    {
        Name = name;
        NearNames = nearNames;
    }

    /// <summary>What was asked for; empty if any account would have done.</summary>
    public string Name { get; }

    /// <summary>Accounts that may have been meant, the likeliest first.</summary>
    public IReadOnlyList<string> NearNames { get; }

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
    /// Whoever asked by an ARN cannot ask by another name: then the account has to have that one. Nothing where it is
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
