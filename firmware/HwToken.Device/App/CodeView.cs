using HwToken.Core.Protocol.Messages;
using HwToken.Device.Accounts;
using HwToken.Device.Ui;

namespace HwToken.Device.App;

/// <summary>An account's code on the screen: of the current time step or the next one.</summary>
/// <remarks>It is computed once per time step. The key is read for that, and is gone again before it is shown.</remarks>
internal sealed class CodeView
{
    private const long None = -1;

    private readonly AccountStore _accounts;
    private readonly CodeMaker _codes;
    private readonly Screens _screens;
    private readonly AccountRecord _account = new AccountRecord();

    // What _account's entry and _code are of.
    private int _revision;
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
        bool isOther = _codeStep == None || index != _index || _accounts.Revision != _revision;
        if (isOther && !_accounts.Read(index, _account))
        {
            return false;
        }

        long step = _codes.TimeStep(_account.Entry, unixSeconds);
        if (!isOther && _showsNext && _codeStep != step + 1)
        {
            _showsNext = false;
        }

        long wanted = _showsNext ? step + 1 : step;
        if (isOther || wanted != _codeStep)
        {
            if (!isOther && !_accounts.Read(index, _account))
            {
                return false;
            }

            _code = _codes.Compute(_account, wanted);
            _codeStep = wanted;
            _index = index;
            _revision = _accounts.Revision;
        }

        int secondsLeft = _codes.SecondsLeft(_account.Entry, unixSeconds);
        AccountEntry entry = _account.Entry;
        _screens.ShowCode(_code, entry.Digits, entry.Name, secondsLeft, entry.Period, _showsNext, boundSeconds);
        return true;
    }

    /// <summary>Forgets the code.</summary>
    public void Clear()
    {
        _code = 0;
        ShowsNext = false;
    }
}
