// What the self-test has found out, as values for its screen.
using HwToken.Core.Protocol;
using HwToken.Device.Power;
using HwToken.Device.Vault;

namespace HwToken.Device.Ui;

/// <summary>What the self-test has found out so far.</summary>
public sealed class SelfTestReport
{
    /// <summary>The clock answers and counts.</summary>
    public CheckResult Clock { get; set; }

    /// <summary>Why not, where it is Bad.</summary>
    public ClockFailure ClockFailure { get; set; }

    /// <summary>The oscillator has not stopped since the time was set.</summary>
    public CheckResult Oscillator { get; set; }

    public CheckResult Temperature { get; set; }

    /// <summary>Degrees Celsius times four.</summary>
    public int QuarterDegrees { get; set; }

    /// <summary>The aging offset can be read.</summary>
    public CheckResult Aging { get; set; }

    /// <summary>-128 to 127.</summary>
    public int AgingOffset { get; set; }

    /// <summary>The chip is a DS3232.</summary>
    public bool HasSram { get; set; }

    /// <summary>The chip could keep a share of the keys, and keeps none: State is Bad then.</summary>
    public bool IsShareMissing { get; set; }

    /// <summary>The cells are good; Unknown on USB.</summary>
    public CheckResult Power { get; set; }

    public bool ExternalPower { get; set; }

    public int BatteryMillivolts { get; set; }

    public BatteryState Battery { get; set; }

    /// <summary>Both copies of the state are whole.</summary>
    public CheckResult State { get; set; }

    /// <summary>The vault's, as it was when the state was checked.</summary>
    public VaultHealth Health { get; set; }

    /// <summary>Both copies of every account are whole; Unknown while they cannot be read.</summary>
    public CheckResult Accounts { get; set; }

    public bool IsLocked { get; set; }

    /// <summary>0 while the token is locked.</summary>
    public int AccountCount { get; set; }

    /// <summary>What is sent over the link comes back; Unknown where it does not.</summary>
    public CheckResult Loop { get; set; }

    /// <summary>Short presses since the self-test was opened.</summary>
    public int Presses { get; set; }

    /// <summary>The radio was not started: Unknown where the board cannot tell.</summary>
    public CheckResult Radio { get; set; }

    public RadioState RadioState { get; set; }

    /// <summary>What is free of the managed heap is enough; Unknown where the board cannot tell.</summary>
    public CheckResult Heap { get; set; }

    public int FreeHeapBytes { get; set; }

    /// <summary>Bad if a fault has ended the program since the token was wiped.</summary>
    public CheckResult Fault { get; set; }

    /// <summary>Null if there is none.</summary>
    public string LastFault { get; set; }

    /// <summary>The token's serial number; zeros where it is not known.</summary>
    public byte[] Serial { get; set; }

    /// <summary>How many of its lines are Bad.</summary>
    public int BadLines
    {
        get
        {
            return IsBad(Clock) + IsBad(Oscillator) + IsBad(Temperature) + IsBad(Aging) + IsBad(Power) + IsBad(State)
                + IsBad(Accounts) + IsBad(Loop) + IsBad(Radio) + IsBad(Heap) + IsBad(Fault);
        }
    }

    /// <summary>A line is still Pending.</summary>
    public bool IsRunning
    {
        get
        {
            return Clock == CheckResult.Pending || Power == CheckResult.Pending || State == CheckResult.Pending
                || Accounts == CheckResult.Pending || Loop == CheckResult.Pending || Heap == CheckResult.Pending;
        }
    }

    /// <summary>Nothing is known.</summary>
    public void Reset()
    {
        Clock = CheckResult.Pending;
        Oscillator = CheckResult.Pending;
        Temperature = CheckResult.Pending;
        Aging = CheckResult.Pending;
        Power = CheckResult.Pending;
        State = CheckResult.Pending;
        Accounts = CheckResult.Pending;
        Loop = CheckResult.Pending;
        Radio = CheckResult.Pending;
        Heap = CheckResult.Pending;
        Fault = CheckResult.Pending;
        Presses = 0;
        HasSram = false;
        IsShareMissing = false;
        IsLocked = false;
        AccountCount = 0;
    }

    private static int IsBad(CheckResult result) => result == CheckResult.Bad ? 1 : 0;
}

/// <summary>What a line of the self-test says.</summary>
public enum CheckResult
{
    /// <summary>Not known yet.</summary>
    Pending,

    Good,

    Bad,

    /// <summary>Neither good nor bad: what would tell is not there.</summary>
    Unknown,
}

/// <summary>Why the self-test finds the clock bad.</summary>
public enum ClockFailure
{
    /// <summary>Nothing at the chip's address.</summary>
    NoAnswer,

    /// <summary>It answers, and its registers hold no time.</summary>
    NoTime,

    /// <summary>Its time has stopped, or runs at another rate.</summary>
    CountsWrong,
}
