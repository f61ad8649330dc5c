using HwToken.Core.Protocol;
using HwToken.Core.Text;

namespace HwToken.Device.Ui;

/// <summary>The screens that say why there is no code, and what to do, or how something ended.</summary>
internal sealed class Notices
{
    private readonly ScreenWriter _writer;

    public Notices(ScreenWriter writer)
    {
        _writer = writer;
    }

    public void NoAccounts(byte[] serial)
    {
        _writer.Banner(0, "No accounts yet");
        _writer.Line.Clear().Add("serial ").AddSerial(serial);
        _writer.ShowLine(2);
        Cure(4, "hwtoken accounts add");
    }

    public void ClockProblem(ClockState state)
    {
        switch (state)
        {
            case ClockState.NeverSet:
                _writer.Banner(0, "The clock is not set");
                _writer.Text(2, "There are no codes");
                _writer.Text(3, "without the time.");
                break;
            case ClockState.Stopped:
                _writer.Banner(0, "The clock has stopped");
                _writer.Text(2, "Its cell is empty, or");
                _writer.Text(3, "was taken out.");
                break;
            default:
                _writer.Banner(0, "No time from the chip");
                _writer.Text(2, "It gives no answer,");
                _writer.Text(3, "or no valid time.");
                break;
        }

        Cure(5, "hwtoken clock set");
    }

    public void StorageFault()
    {
        _writer.Banner(0, "Storage fault");
        _writer.Text(2, "The accounts cannot");
        _writer.Text(3, "be read.");
        _writer.Text(5, "Unplug, plug in again");
        _writer.Text(6, "If it stays: replace");
        _writer.Text(7, "this device.");
    }

    public void Ended(Outcome outcome, Utf8Text name)
    {
        _writer.Text(2, OutcomeText.What(outcome));
        _writer.Text(3, OutcomeText.Consequence(outcome));
        _writer.Account(5, name);
    }

    private void Cure(int page, string command)
    {
        _writer.Text(page, "On the computer, run");
        _writer.Text(page + 1, command);
    }
}
