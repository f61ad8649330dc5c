using HwToken.Cli.Commands;
using HwToken.Cli.Pictures;
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Secrets;

/// <summary>Takes the key of a new account from where the command line says.</summary>
internal static class AccountSource
{
    private const string Secret = "one key";
    private const string Uri = "one otpauth URI";

    /// <exception cref="CliException">There is no key there that a token takes.</exception>
    public static async Task<NewAccount> ReadAsync(AddAccountInput input, CliContext context, CancellationToken cancel)
    {
        switch (input.Source)
        {
            case KeySource.UriOnStdin:
                using (SecretText uri = await SecretText.ReadAsync(
                    context.Host.Input, NewAccount.MaxUriLength, Uri, cancel))
                {
                    return Named(NewAccount.FromUri(input.Name, uri, UriError.Piped));
                }

            case KeySource.QrPicture:
                using (SecretText uri = await ReadQrAsync(input.Picture!, context, cancel))
                {
                    return Named(NewAccount.FromUri(input.Name, uri, UriError.InPicture));
                }

            case KeySource.Generated:
                return GeneratedKey.Create(input.Name!, input.GeneratedBytes, input.Algorithm, input.Digits, input.Period);

            default:
                using (SecretText secret = input.Source == KeySource.SecretOnStdin
                    ? await SecretText.ReadAsync(context.Host.Input, NewAccount.MaxSecretLength, Secret, cancel)
                    : await AskAsync(input.Name!, context, cancel))
                {
                    return NewAccount.FromSecret(input.Name!, secret, input.Algorithm, input.Digits, input.Period);
                }
        }
    }

    private static NewAccount Named(NewAccount account)
    {
        try
        {
            return account with { Name = AccountName.Checked(account.Name) };
        }
        catch
        {
            account.Dispose();
            throw;
        }
    }

    private static async Task<SecretText> ReadQrAsync(string path, CliContext context, CancellationToken cancel)
    {
        string name = PictureFile.NameOf(path);
        using GreyPicture picture = await PictureFile.ReadAsync(path, context.Host.Input, cancel);
        IReadOnlyList<SecretText> codes = QrFinder.Find(picture, cancel);
        if (codes.Count == 1)
        {
            return codes[0];
        }

        foreach (SecretText code in codes)
        {
            code.Dispose();
        }

        throw codes.Count == 0
            ? new CliException(
                ExitStatus.Failed,
                $"{name} shows no QR code that can be read",
                "take the picture again, sharp and with some white around the code, or type the key that is shown beside it")
            : new CliException(
                ExitStatus.Failed, $"{name} shows more than one QR code", "crop the picture to the one with the key");
    }

    private static async Task<SecretText> AskAsync(string name, CliContext context, CancellationToken cancel)
    {
        if (context.Terminal.Value is not { CanRead: true } terminal)
        {
            throw CliException.BadUsage(
                "there is no terminal to ask for the key on", "pipe it in with --secret-stdin or --uri-stdin");
        }

        string prompt = $"Key of {Output.Printable.Of(name)} (base32, not shown): ";
        using TypedLine line = await TypedLine.ReadAsync(terminal, prompt, hidden: true, NewAccount.MaxSecretLength, cancel);
        return SecretText.Of(line.Text);
    }
}
