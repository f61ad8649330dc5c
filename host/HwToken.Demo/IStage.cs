using HwToken.Virtual.Chips;

namespace HwToken.Demo;

/// <summary>Where the story is told and the token's screen is seen. For any thread.</summary>
internal interface IStage : IDisposable
{
    /// <summary>A line of the story.</summary>
    void Say(string line = "");

    /// <summary>The token's screen has changed.</summary>
    void Draw(PanelPicture picture);

    /// <summary>A moment at which a reader without a living picture wants to see the screen too.</summary>
    void Show(PanelPicture picture);
}
