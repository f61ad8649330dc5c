using HwToken.Cli.Terminal;
using HwToken.Client;

namespace HwToken.Cli.Tokens;

/// <summary>Tells the owner what the token waits for.</summary>
/// <param name="request">What the owner is to do, and what for: "press the button on the token for aws: prod".</param>
internal sealed class OwnerProgress(OwnerPrompt prompt, string request) : IProgress<TokenWait>
{
    public void Report(TokenWait value)
    {
        int? seconds = value.AtMost is TimeSpan time ? (int)time.TotalSeconds : null;
        if (value.Reason == TokenWaitReason.Press)
        {
            prompt.Ask(request, seconds);
        }
        else
        {
            prompt.Show("agreed; waiting for the next code", seconds);
        }
    }
}
