using HwToken.Cli.Terminal;
using HwToken.Client.Model;

namespace HwToken.Cli.Tokens;

/// <summary>Tells the owner what the token waits for.</summary>
internal sealed class OwnerProgress : IProgress<TokenWait>
{
    private readonly OwnerPrompt _prompt;
    private readonly string _gesture;
    private readonly string _request;

    private OwnerProgress(OwnerPrompt prompt, string gesture, string request)
    {
        _prompt = prompt;
        _gesture = gesture;
        _request = request;
    }

    /// <param name="request">What the press is for, as few words as the token's own screen has: "store github:alice".</param>
    public static OwnerProgress Press(OwnerPrompt prompt, string request) => new(prompt, "press the button on the token", request);

    /// <summary>Likewise, after AWS has refused a code as it refuses one that was used before.</summary>
    public static OwnerProgress PressAgain(OwnerPrompt prompt, string request) =>
        new(prompt, "AWS refused the code, maybe as used: press again for the next one", request);

    /// <summary>Likewise, where several tokens are plugged in.</summary>
    /// <param name="serial">Of the one that asks, as its screen shows it.</param>
    public static OwnerProgress PressOn(string serial, OwnerPrompt prompt, string request) =>
        new(prompt, $"press the button on the token {serial}", request);

    /// <inheritdoc cref="Press"/>
    public static OwnerProgress Hold(OwnerPrompt prompt, string request) => new(prompt, "hold the button on the token", request);

    public void Report(TokenWait value)
    {
        int? seconds = value.AtMost is TimeSpan time ? (int)time.TotalSeconds : null;
        switch (value.Reason)
        {
            case TokenWaitReason.Press:
                _prompt.Announce(_gesture, seconds, _request);
                break;
            case TokenWaitReason.Work:
                _prompt.Show("the token computes", about: _request);
                break;
            default:
                _prompt.Announce("agreed; waiting for the next code", seconds, _request);
                break;
        }
    }
}
