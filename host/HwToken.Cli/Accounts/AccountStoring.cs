// Stores an account on one token, or the same on several.
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Reports;
using HwToken.Cli.Terminal;
using HwToken.Client;
using HwToken.Client.Accounts;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Core.Protocol;
using HwToken.Paper.Links;

namespace HwToken.Cli.Accounts;

/// <summary>Puts one account on one or several tokens: all are looked at before the first one stores anything.</summary>
internal sealed class AccountStoring(
    IReadOnlyList<TokenClient> tokens, NewAccount account, bool replace, OwnerPrompt prompt, MessageWriter messages)
{
    /// <summary>Two clocks that agree, told in whole seconds, and what the line takes.</summary>
    private const int MostSecondsApart = 2;

    private readonly List<TokenClock> _clocks = [];

    private string Name => HintArgument.Of(account.Name, "NAME");

    /// <exception cref="CliException">One of them has an account of that name already.</exception>
    /// <exception cref="TokenException">One of them has no room, or cannot store.</exception>
    public async Task CheckAsync(CancellationToken cancel)
    {
        foreach (TokenClient token in tokens)
        {
            TokenInfo info = await token.GetInfoAsync(cancel);
            IReadOnlyList<TokenAccount> accounts = await token.ListAccountsAsync(cancel);
            bool exists = accounts.Any(a => a.Name == account.Name);
            if (exists && !replace)
            {
                throw Taken(token);
            }

            if (!exists && accounts.Count >= info.Capacity)
            {
                throw Refused(new TokenException(Status.AccountsFull, account.Name), token);
            }

            if (token.StateAtConnect == TokenState.Faulted)
            {
                throw Refused(new TokenException(Status.StorageFailed, account.Name), token);
            }

            _clocks.Add(info.Clock);
        }
    }

    /// <summary>Each token asks for its own press, in the order in which they were named.</summary>
    /// <exception cref="PartlyStoredException">It failed when some had stored it.</exception>
    public async Task StoreAsync(CancellationToken cancel)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            try
            {
                await StoreAsync(tokens[i], cancel);
            }
            catch (Exception e) when (i > 0)
            {
                throw Partly(i, e);
            }
            catch (TokenException e) when (e.Status == Status.AccountExists)
            {
                // Stored by somebody else meanwhile, or a name made to look the same to the token.
                throw Taken(tokens[i]);
            }
        }

        prompt.Clear();
        foreach (TokenClient token in tokens)
        {
            messages.Note($"{account.Name} is on {Called(token)}");
        }
    }

    /// <summary>Says of each token whose clock is wrong or stands that its codes will not be those that are expected.</summary>
    public void WarnOfClocks()
    {
        foreach ((TokenClient token, TokenClock clock) in tokens.Zip(_clocks))
        {
            if (clock.State != ClockState.Running)
            {
                messages.Note(
                    $"{Called(token)} gives no codes before its clock is set ({StateText.Of(clock.State)}): hwtoken clock set");
            }
            else if (clock.Time is DateTimeOffset time
                && Math.Abs(clock.SecondsAhead ?? 0) > MostSecondsApart && Step(time) != Step(clock.HostTime))
            {
                messages.Note(
                    $"the clock of {Called(token)} differs from this computer's, and so will the codes: see hwtoken clock");
            }
        }
    }

    private long Step(DateTimeOffset time) => time.ToUnixTimeSeconds() / account.Period;

    private Task StoreAsync(TokenClient token, CancellationToken cancel)
    {
        string request = $"store {account.Name}";
        return token.PutAccountAsync(
            new TokenAccount(account.Name, account.Algorithm, account.Digits, account.Period),
            account.Key,
            replace,
            tokens.Count == 1 ? OwnerProgress.Press(prompt, request) : OwnerProgress.PressOn(token.Serial, prompt, request),
            cancel);
    }

    /// <param name="failed">Index of the token that has not stored it; those before it have.</param>
    private PartlyStoredException Partly(int failed, Exception cause)
    {
        prompt.Clear();
        foreach (TokenClient token in tokens.Take(failed))
        {
            messages.Note($"stored on {Called(token)}");
        }

        // A line that broke off while the token asked tells nothing of what the owner then pressed.
        bool isCertain = cause is TokenException or OperationCanceledException;
        messages.Note(isCertain
            ? $"not stored on {Called(tokens[failed])}"
            : $"perhaps not stored on {Called(tokens[failed])}: see {On(tokens[failed])} accounts list");
        foreach (TokenClient token in tokens.Skip(failed + 1))
        {
            messages.Note($"not stored on {Called(token)}");
        }

        string undo = string.Join(
            "; ", tokens.Take(failed).Select(t => $"{On(t)} accounts remove {Name}"));
        string redo = string.Join(" --also ", tokens.Skip(failed + 1).Select(PortOf).Prepend(On(tokens[failed])))
            + $" accounts add {Name}";
        string hint = (account.IsGenerated, replace) switch
        {
            (true, _) => $"the new key was not shown and is lost; take it back, then start over: {undo}",
            (_, true) => $"give the same key to what is missing: {redo} --replace",
            _ => $"give the same key to what is missing: {redo}; or take it back: {undo}",
        };
        return new PartlyStoredException(hint, cause);
    }

    private CliException Taken(TokenClient token) => new(
        ExitStatus.TokenRefused,
        $"{Called(token)} already has an account {account.Name}",
        "choose another name, or put the new key in the old one's place with --replace");

    private Exception Refused(TokenException refusal, TokenClient token) => tokens.Count == 1
        ? refusal
        : new CliException(
            ExitStatus.TokenRefused, $"{Called(token)}: {refusal.Message}; nothing was stored on any", refusal.Hint);

    private static string On(TokenClient token) => $"hwtoken --port {PortOf(token)}";

    private static string PortOf(TokenClient token) => HintArgument.Of(token.Port, "PORT");

    private string Called(TokenClient token) =>
        tokens.Count == 1 ? "the token" : $"the token {token.Serial} at {token.Port}";
}
