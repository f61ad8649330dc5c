// Codes on the screen: one, or two in a row.
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Accounts;
using HwToken.Device.Ui;

namespace HwToken.Device.App;

/// <summary>An account's code on the screen: of the current time step or the next one.</summary>
/// <remarks>
/// It is computed once per time step. The key is read for the first one, and is gone again before that is shown; what
/// gives the others is kept for as long as they may be asked for.
/// </remarks>
internal sealed class CodeView
{
    private const long None = -1;

    private readonly AccountStore _accounts;
    private readonly CodeMaker _codes;
    private readonly Screens _screens;
    private readonly AccountRecord _account = new();

    // What _account's entry, the key that is kept, and _code are of.
    private bool _isRead;
    private long _revision;
    private int _index;
    private long _codeStep = None;
    private int _code;
    private bool _showsNext;

    public CodeView(AccountStore accounts, CodeMaker codes, Screens screens)
    {
        _accounts = accounts;
        _codes = codes;
        _screens = screens;
    }

    /// <summary>
    /// The code is the next time step's. Becomes false by itself when that step begins: the same digits are the
    /// current code then.
    /// </summary>
    public bool ShowsNext
    {
        get
        {
            return _showsNext;
        }

        set
        {
            _showsNext = value;
            _codeStep = None;
        }
    }

    /// <param name="index">The account's place.</param>
    /// <param name="boundSeconds">By how much that time may be wrong.</param>
    /// <returns>False if the account cannot be read.</returns>
    public bool TryDraw(int index, long unixSeconds, int boundSeconds)
    {
        bool isOther = !_isRead || index != _index || _accounts.Revision != _revision;
        if (isOther && !_accounts.Read(index, _account))
        {
            return false;
        }

        long step = _codes.TimeStep(_account.Entry, unixSeconds);
        if (!isOther && _codeStep != None && _showsNext && _codeStep != step + 1)
        {
            _showsNext = false;
        }

        long wanted = _showsNext ? step + 1 : step;
        if (isOther || wanted != _codeStep)
        {
            bool hasKey = !isOther && _codes.Keeps(_account);
            if (!isOther && !hasKey && !_accounts.Read(index, _account))
            {
                return false;
            }

            _code = hasKey ? _codes.ComputeKept(_account, wanted) : _codes.ComputeAndKeep(_account, wanted);
            _isRead = true;
            _codeStep = wanted;
            _index = index;
            _revision = _accounts.Revision;
        }

        int secondsLeft = _codes.SecondsLeft(_account.Entry, unixSeconds);
        AccountEntry entry = _account.Entry;
        _screens.ShowCode(_code, entry.Digits, entry.Name, secondsLeft, entry.Period, _showsNext, boundSeconds);
        return true;
    }

    /// <summary>Something else is on the screen: forgets what gives other codes.</summary>
    public void ForgetKey() => _codes.Forget();

    /// <summary>Forgets the code, and what gives others.</summary>
    public void Clear()
    {
        ForgetKey();
        _isRead = false;
        _code = 0;
        ShowsNext = false;
    }
}

/// <summary>An account's codes of two time steps in a row, as AWS wants them to resynchronize a device.</summary>
/// <remarks>
/// Typing them may take longer than a time step: the pair stays until its second code ends, so that the one
/// that is typed second follows the one that was typed first. No key is kept meanwhile.
/// </remarks>
internal sealed class CodePairView
{
    private const long None = -1;

    private readonly AccountStore _accounts;
    private readonly CodeMaker _codes;
    private readonly Screens _screens;
    private readonly AccountRecord _account = new();
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

    /// <summary>Forgets both codes: the next call computes a new pair.</summary>
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
