using HwToken.Core.Protocol;
using HwToken.Device.Power;
using HwToken.Device.Time;
using HwToken.Device.Vault;

namespace HwToken.Device.Ui;

/// <summary>The self-test's three pages, a line for each check. No line holds a secret.</summary>
/// <remarks>A line begins with + (good), ! (bad), - (neither) or . (not known yet).</remarks>
internal sealed class SelfTestScreen
{
    private const int FirstLine = 2;
    private const int HelpPage = 7;

    /// <summary>21 characters leave two columns.</summary>
    private const int Column = 1;

    private const int BytesPerKilobyte = 1024;

    private readonly Canvas _canvas;
    private readonly ScreenWriter _writer;
    private readonly TextLine _second = new();

    public SelfTestScreen(Canvas canvas, ScreenWriter writer)
    {
        _canvas = canvas;
        _writer = writer;
    }

    /// <param name="page">0 to 2.</param>
    public void Draw(SelfTestReport report, int page)
    {
        TextLine line = _writer.Line.Clear().Add("SELF-TEST ").AddNumber(page + 1).Add("/3: ");
        if (report.BadLines > 0)
        {
            line.AddNumber(report.BadLines).Add(" bad");
        }
        else
        {
            line.Add(report.IsRunning ? "runs" : "good");
        }

        _writer.ShowBanner(0);
        if (page == 0)
        {
            DrawParts(report);
        }
        else if (page == 1)
        {
            DrawContents(report);
        }
        else
        {
            DrawBoard(report);
        }

        _writer.Text(HelpPage, "press next hold leave");
    }

    private void DrawParts(SelfTestReport report)
    {
        Begin(report.Clock).Add(ClockText(report));
        End(FirstLine);

        Begin(report.Oscillator).Add(OscillatorText(report.Oscillator));
        End(FirstLine + 1);

        AddTemperature(Begin(report.Temperature), report);
        End(FirstLine + 2);

        AddAging(Begin(report.Aging), report);
        End(FirstLine + 3);

        AddPower(Begin(report.Power), report);
        End(FirstLine + 4);
    }

    private void DrawContents(SelfTestReport report)
    {
        Begin(report.State).Add(StateText(report));
        End(FirstLine);

        AddAccounts(Begin(report.Accounts), report);
        End(FirstLine + 1);

        Begin(report.Loop).Add(LoopText(report.Loop));
        End(FirstLine + 2);

        Begin(report.Presses > 0 ? CheckResult.Good : CheckResult.Unknown).Add("presses: ").AddNumber(report.Presses);
        End(FirstLine + 3);

        TextLine line = _writer.Line.Clear().Add("  v").AddNumber(FirmwareVersion.Major).Add(".");
        line.AddNumber(FirmwareVersion.Minor).Add(".").AddNumber(FirmwareVersion.Patch).Add(" ");
        if (IsKnown(report.Serial))
        {
            line.AddSerial(report.Serial);
        }
        else
        {
            line.Add("no serial");
        }

        End(FirstLine + 4);
    }

    private void DrawBoard(SelfTestReport report)
    {
        Begin(report.Radio).Add(RadioText(report));
        End(FirstLine);

        TextLine line = Begin(report.Heap);
        if (report.Heap == CheckResult.Good || report.Heap == CheckResult.Bad)
        {
            line.AddNumber(report.FreeHeapBytes / BytesPerKilobyte).Add(" KiB heap free");
        }
        else
        {
            line.Add(report.Heap == CheckResult.Unknown ? "heap: not known" : "heap");
        }

        End(FirstLine + 1);

        line = Begin(report.Fault);
        if (report.LastFault == null)
        {
            line.Add(report.Fault == CheckResult.Good ? "no fault" : "faults");
            End(FirstLine + 2);
            return;
        }

        line.Add("last fault:");
        End(FirstLine + 2);
        _writer.Line.Clear().Add(report.LastFault);
        _writer.Line.WrapInto(_second);
        End(FirstLine + 3);
        _second.Draw(_canvas, FirstLine + 4, Column);
    }

    private TextLine Begin(CheckResult result)
    {
        TextLine line = _writer.Line.Clear();
        line.AddRune(MarkOf(result));
        line.AddRune(' ');
        return line;
    }

    private void End(int page) => _writer.Line.Draw(_canvas, page, Column);

    private static char MarkOf(CheckResult result)
    {
        switch (result)
        {
            case CheckResult.Good: return '+';
            case CheckResult.Bad: return '!';
            case CheckResult.Unknown: return '-';
            default: return '.';
        }
    }

    private static string ClockText(SelfTestReport report)
    {
        if (report.Clock != CheckResult.Bad)
        {
            return report.Clock == CheckResult.Good ? "clock counts" : "clock";
        }

        switch (report.ClockFailure)
        {
            case ClockFailure.NoAnswer: return "clock: no answer";
            case ClockFailure.NoTime: return "clock: no time";
            default: return "clock counts wrong";
        }
    }

    private static string RadioText(SelfTestReport report)
    {
        if (report.Radio == CheckResult.Pending)
        {
            return "radio";
        }

        switch (report.RadioState)
        {
            case RadioState.Off: return "radio off";
            case RadioState.OffAfterRestart: return "radio on: restart";
            case RadioState.On: return "radio on";
            default: return "radio: not known";
        }
    }

    private static string OscillatorText(CheckResult result)
    {
        switch (result)
        {
            case CheckResult.Good: return "never stopped";
            case CheckResult.Bad: return "has stopped: set it";
            default: return "stopped: not known";
        }
    }

    private static void AddTemperature(TextLine line, SelfTestReport report)
    {
        line.Add("temp. ");
        if (report.Temperature == CheckResult.Pending || report.Aging == CheckResult.Bad)
        {
            line.Add("not known");
            return;
        }

        // The sign first: -0.25 has one, and its whole degrees have none.
        int size = report.QuarterDegrees;
        if (size < 0)
        {
            line.AddRune('-');
            size = -size;
        }

        line.AddNumber(size / Ds3231Compensation.StepsPerDegree).Add(".");
        line.AddNumber(size % Ds3231Compensation.StepsPerDegree * 100 / Ds3231Compensation.StepsPerDegree, 2).Add(" C");
    }

    private static void AddAging(TextLine line, SelfTestReport report)
    {
        if (report.Aging != CheckResult.Good)
        {
            line.Add("aging not known");
            return;
        }

        line.Add(report.HasSram ? "DS3232, aging " : "DS3231, aging ");
        if (report.AgingOffset < 0)
        {
            line.AddRune('-');
        }

        line.AddNumber(report.AgingOffset < 0 ? -report.AgingOffset : report.AgingOffset);
    }

    private static void AddPower(TextLine line, SelfTestReport report)
    {
        if (report.Power == CheckResult.Pending)
        {
            line.Add("power");
            return;
        }

        if (report.Battery == BatteryState.Unknown)
        {
            line.Add(report.ExternalPower ? "on USB" : "cells: no voltage");
            return;
        }

        line.Add(report.ExternalPower ? "USB, cells " : "cells ").AddNumber(report.BatteryMillivolts).Add(" mV");
        if (!report.ExternalPower)
        {
            line.Add(BatteryText(report.Battery));
        }
    }

    private static string BatteryText(BatteryState battery)
    {
        switch (battery)
        {
            case BatteryState.Good: return " good";
            case BatteryState.Low: return " low";
            default: return " empty";
        }
    }

    private static string StateText(SelfTestReport report)
    {
        if (report.State == CheckResult.Pending)
        {
            return "state";
        }

        switch (report.Health)
        {
            case VaultHealth.Good: return GoodStateText(report);
            case VaultHealth.RolledBack: return "vault: rolled back";
            case VaultHealth.KeyLost: return "vault: key lost";
            case VaultHealth.Unreadable: return "vault: not readable";
            default: return "vault: damaged";
        }
    }

    private static string GoodStateText(SelfTestReport report)
    {
        if (report.IsShareMissing)
        {
            return "no share in DS3232";
        }

        return report.State == CheckResult.Good ? "state: both copies" : "state: one copy bad";
    }

    private static void AddAccounts(TextLine line, SelfTestReport report)
    {
        switch (report.Accounts)
        {
            case CheckResult.Good:
                line.AddNumber(report.AccountCount).Add(report.AccountCount == 1 ? " account" : " accounts").Add(" whole");
                break;
            case CheckResult.Bad:
                line.Add("accounts: copy bad");
                break;
            case CheckResult.Unknown:
                line.Add(report.IsLocked ? "accounts: locked" : "accounts: not read");
                break;
            default:
                line.Add("accounts");
                break;
        }
    }

    private static string LoopText(CheckResult result)
    {
        switch (result)
        {
            case CheckResult.Good: return "link: loop ok";
            case CheckResult.Unknown: return "link: no loop";
            default: return "link";
        }
    }

    private static bool IsKnown(byte[] serial)
    {
        for (int i = 0; i < Limits.SerialLength; i++)
        {
            if (serial[i] != 0)
            {
                return true;
            }
        }

        return false;
    }
}
