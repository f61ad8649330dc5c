using HwToken.Device.Accounts;
using HwToken.Device.Ui;

namespace HwToken.Device.App;

/// <summary>An account's codes of two time steps in a row, as AWS wants them to resynchronize a device.</summary>
/// <remarks>
/// Who types them takes longer than a time step may last: the pair stays until its second code ends, so that the one
/// that is typed second follows the one that was typed first. No key is kept meanwhile.
/// </remarks>
internal sealed class CodePairView
{
    private const long None = -1;

    private readonly AccountStore _accounts;
    private readonly CodeMaker _codes;
    private readonly Screens _screens;
    private readonly AccountRecord _account = new AccountRecord();
    private long _revision;
    private int _index;
    private long _step = None;
    private int _first;
    private int _second;

    public CodePairView(AccountStore accounts, CodeMaker codes, Screens screens)
    {
        _accounts = accounts;
        _codes = codes;
        _screens = screens;
    }

    /// <param name="index">The account's place.</param>
    /// <returns>False if the account cannot be read.</returns>
    public bool TryDraw(int index, long unixSeconds)
    {
        bool isOther = _step == None || index != _index || _accounts.Revision != _revision;
        if (!isOther)
        {
            long step = _codes.TimeStep(_account.Entry, unixSeconds);
            isOther = step < _step || step > _step + 1;
        }

        if (isOther && !TryCompute(index, unixSeconds))
        {
            return false;
        }

        int period = _account.Entry.Period;
        int secondsLeft = (int)(((_step + 2) * period) - unixSeconds);
        _screens.ShowCodePair(_first, _second, _account.Entry.Digits, _account.Entry.Name, secondsLeft, period);
        return true;
    }

    /// <summary>Forgets both codes: the next pair begins anew.</summary>
    public void Clear()
    {
        _step = None;
        _first = 0;
        _second = 0;
    }

    private bool TryCompute(int index, long unixSeconds)
    {
        Clear();
        if (!_accounts.Read(index, _account))
        {
            return false;
        }

        long step = _codes.TimeStep(_account.Entry, unixSeconds);
        _first = _codes.Compute(_account, step);
        if (!_accounts.Read(index, _account))
        {
            _first = 0;
            return false;
        }

        _second = _codes.Compute(_account, step + 1);
        _step = step;
        _index = index;
        _revision = _accounts.Revision;
        return true;
    }
}
