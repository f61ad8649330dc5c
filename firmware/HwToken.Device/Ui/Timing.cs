using HwToken.Device.Input;

namespace HwToken.Device.Ui;

/// <summary>How long things take for people. The button's own times are <see cref="ButtonGestures"/>'s.</summary>
public static class Timing
{
    /// <summary>After the last press the screen stays on for this long.</summary>
    public const int AwakeMs = 30000;

    /// <summary>The same with two codes, which stay for 31 to 60 seconds where a step takes 30.</summary>
    public const int PairAwakeMs = 60000;

    /// <summary>How long a question is shown.</summary>
    public const int AskSeconds = 30;

    /// <summary>
    /// A press that began before the question had been on the screen for this long is no answer to it: it was meant
    /// for what was shown before. People need some 250 ms to react even to what they expect.
    /// </summary>
    public const int ReadingMs = 300;

    /// <summary>How long the outcome of a request is shown.</summary>
    public const int OutcomeMs = 3000;

    /// <summary>How long the letters to enter a PIN with are shown.</summary>
    public const int LettersSeconds = 60;

    /// <summary>How long a host is told that checking or setting a PIN takes at most; it is about one second.</summary>
    public const int WorkSeconds = 10;

    /// <summary>After the last press an open token with a PIN locks itself. On battery it is off by then.</summary>
    public const int LockMs = 900000;

    /// <summary>How late a second that is counted down on the screen may be drawn.</summary>
    public const int CountdownMs = 100;

    /// <summary>The self-test begins with every pixel lit, for so long: a dark one is seen in less.</summary>
    public const int PixelsMs = 500;
}
