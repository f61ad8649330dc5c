using HwToken.Aws.Sessions;
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Sessions;

/// <summary>Shows what a session waits for; the token itself tells when the owner is asked.</summary>
internal sealed class SessionProgressPrinter(OwnerPrompt prompt) : IProgress<SessionProgress>
{
    public void Report(SessionProgress value)
    {
        switch (value)
        {
            case SessionProgress.WaitingForSession:
                prompt.Show("waiting for another hwtoken that is getting this session");
                break;
            case SessionProgress.WaitingForDevice:
                prompt.Show("waiting for another hwtoken that uses a code of this device");
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
