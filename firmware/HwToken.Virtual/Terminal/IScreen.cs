using HwToken.Virtual.Chips;

namespace HwToken.Virtual.Terminal;

/// <summary>Where the token's panel is shown. For any thread.</summary>
internal interface IScreen : IDisposable
{
    void Draw(PanelPicture picture);

    /// <summary>Writes a line that is no picture, without spoiling one.</summary>
    void Say(string line);
}
