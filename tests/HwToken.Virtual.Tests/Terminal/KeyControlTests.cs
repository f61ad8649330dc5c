using HwToken.Virtual.Chips;
using HwToken.Virtual.Terminal;
using HwToken.Virtual.Tests.Support;

namespace HwToken.Virtual.Tests.Terminal;

[Trait(Real.Name, Real.Yes)]
public sealed class KeyControlTests : TokenTests
{
    private static readonly string Dark = new SimulatedPanel().ToText();

    [UnixFact]
    public async Task Run_Quit_Returns()
    {
        await using VirtualToken token = VirtualToken.Start(Silent);

        await Run(token, ConsoleKey.A, ConsoleKey.Q);

        Assert.Equal(Dark, token.Screen.ToText());
    }

    [UnixFact]
    public async Task Run_SpaceEnterAndL_MoveTheButton()
    {
        foreach (ConsoleKey key in (ConsoleKey[])[ConsoleKey.Spacebar, ConsoleKey.Enter, ConsoleKey.L])
        {
            await using VirtualToken token = VirtualToken.Start(Silent);

            await Run(token, key, ConsoleKey.Q);

            await Eventually.IsTrue(() => token.Screen.ToText() != Dark);
        }
    }

    private static Task Run(VirtualToken token, params ConsoleKey[] keys)
    {
        Queue<ConsoleKey> left = new(keys);
        KeyControl control = new(token, () => new ConsoleKeyInfo('\0', left.Dequeue(), false, false, false));
        return Task.Run(control.Run).WaitAsync(Eventually.Limit);
    }
}
