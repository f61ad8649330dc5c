// Where the key of a new account comes from: typed, piped in, in a picture, or random and printed once.
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Running;
using HwToken.Cli.Secrets;
using HwToken.Cli.Terminal;
using HwToken.Paper.Links;
using HwToken.Paper.Pictures;
using HwToken.Paper.Text;

namespace HwToken.Cli.Accounts;

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
                using (SecretText uri = await SecretInput.ReadTextAsync(
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
                    ? await SecretInput.ReadTextAsync(context.Host.Input, NewAccount.MaxSecretLength, Secret, cancel)
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
        byte[] file = new byte[QrPicture.MaxLength + 1];
        try
        {
            int length = await PictureFile.ReadAsync(path, context.Host.Input, file, cancel);
            return QrPicture.Read(PictureFile.NameOf(path), file, length, cancel);
        }
        finally
        {
            Array.Clear(file);
        }
    }

    private static async Task<SecretText> AskAsync(string name, CliContext context, CancellationToken cancel)
    {
        if (context.Terminal.Value is not { CanRead: true } terminal)
        {
            throw CliException.BadUsage(
                "there is no terminal to ask for the key on", "pipe it in with --secret-stdin or --uri-stdin");
        }

        string prompt = $"Key of {Printable.Of(name)} (base32, not shown): ";
        using TypedLine line = await TypedLine.ReadAsync(terminal, prompt, hidden: true, NewAccount.MaxSecretLength, cancel);
        return SecretText.Of(line.Text);
    }
}

/// <summary>Reads the picture that a user names.</summary>
internal static class PictureFile
{
    /// <summary>In the place of a file's name: standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>What messages call it.</summary>
    public static string NameOf(string path) => path == StandardInput ? "stdin" : Printable.Of(path);

    /// <returns>How many bytes it has; one more than is taken means that there are more.</returns>
    /// <exception cref="CliException">It cannot be read.</exception>
    public static async Task<int> ReadAsync(string path, Stream input, byte[] file, CancellationToken cancel)
    {
        if (path == StandardInput)
        {
            return await SecretInput.FillAsync(file, input, cancel);
        }

        try
        {
            return await SecretInput.FillAsync(
                file,
                async () =>
                {
                    await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
                    return await stream.ReadAtLeastAsync(file, file.Length, throwOnEndOfStream: false, cancel);
                },
                cancel);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Failed($"there is no file {NameOf(path)}", "name the picture of the QR code after --qr");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Failed($"{NameOf(path)} cannot be read", "name a picture of the QR code that you may read");
        }
    }

    private static CliException Failed(string message, string hint) => new(ExitStatus.Failed, message, hint);
}
