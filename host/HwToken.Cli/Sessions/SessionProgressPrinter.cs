using HwToken.Aws.Model;
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Sessions;

/// <summary>Shows what a session waits for; the token itself tells when the owner is asked.</summary>
internal sealed class SessionProgressPrinter(OwnerPrompt prompt) : IProgress<SessionProgress>
{
    private const string ForSession = "waiting for another hwtoken that is getting this session";
    private const string ForDevice = "waiting for another hwtoken that uses a code of this device";

    public void Report(SessionProgress value)
    {
        switch (value)
        {
            case SessionProgress.WaitingForSession:
                prompt.Announce(ForSession);
                break;
            case SessionProgress.WaitingForSessionToo:
                prompt.Show(ForSession);
                break;
            case SessionProgress.WaitingForDevice:
                prompt.Announce(ForDevice);
                break;
            case SessionProgress.WaitingForDeviceToo:
                prompt.Show(ForDevice);
                break;
            case SessionProgress.AskingForNextCode:
                prompt.Show("the present code is used up: the next one is asked for");
                break;
            case SessionProgress.AskingForCode:
            case SessionProgress.AskingAfterRefusal:
            case SessionProgress.CallingSts:
            default:
                prompt.Clear();
                break;
        }
    }
}
