using System.Text;
using HwToken.LocalAws.Records;
using HwToken.Virtual.Terminal;

namespace HwToken.Demo;

/// <summary>The story, from a token fresh out of its box to a program that uses the credentials.</summary>
internal sealed class Demonstration
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int BadUsage = 2;

    private readonly IStage _stage;
    private readonly World _world;
    private readonly HwTokenCommand _hwtoken;
    private int _presses;
    private bool _showsQuestion;

    private Demonstration(IStage stage, World world)
    {
        _stage = stage;
        _world = world;
        _hwtoken = new HwTokenCommand(stage, world);
        world.Token.ScreenChanged += stage.Draw;
        world.Token.ButtonMoved += OnButtonMoved;
    }

    /// <param name="manual">The person at the keyboard is the token's owner.</param>
    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(bool manual, CancellationToken cancellation)
    {
        bool live = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        if (manual && (Console.IsInputRedirected || !live))
        {
            await Console.Error.WriteLineAsync("hwtoken-demo: --manual needs a terminal to press keys at").ConfigureAwait(false);
            await Console.Error.WriteLineAsync("hint: leave it out, and the button is pressed for you").ConfigureAwait(false);
            return BadUsage;
        }

        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using IStage stage = live ? new TerminalStage(LiveScreen.OnConsole()) : new PlainStage(Console.Out);
        await using World world = await World.CreateAsync(presses: !manual).ConfigureAwait(false);
        if (manual)
        {
            _ = Task.Run(() => new KeyControl(world.Token, () => Console.ReadKey(intercept: true)).Run(), cancellation);
        }

        try
        {
            await new Demonstration(stage, world).TellAsync(manual).WaitAsync(cancellation).ConfigureAwait(false);
            return Done;
        }
        catch (DemonstrationException e)
        {
            stage.Say($"hwtoken-demo: {e.Message}");
            return Failed;
        }
    }

    private async Task TellAsync(bool manual)
    {
        _stage.Say("HwToken: from the press of a button to AWS credentials.");
        _stage.Say("The chips and AWS are stand-ins on this computer. The token's program, the wire, hwtoken, the");
        _stage.Say("signatures and the codes are the real ones.");
        _stage.Say();
        if (manual)
        {
            _stage.Say(KeyControl.Help);
        }

        await UnpackAsync().ConfigureAwait(false);
        await RegisterAsync().ConfigureAwait(false);
        await ReadAsync(manual).ConfigureAwait(false);
        await FetchAsync().ConfigureAwait(false);
        await UseAsync().ConfigureAwait(false);
        TellTheRealThing();
    }

    private async Task UnpackAsync()
    {
        _stage.Say("1. A new token is plugged in. It does not know the time; its owner agrees to being told.");
        await _hwtoken.RunAsync("clock", "set").ConfigureAwait(false);
        _stage.Say();
    }

    private async Task RegisterAsync()
    {
        _stage.Say($"2. AWS has made an MFA device for {World.User}. Its seed goes into the token, and never comes out again.");
        byte[] seed = Encoding.ASCII.GetBytes(_world.Seed);
        await _hwtoken.RunAsync(seed, "accounts", "add", World.MfaSerial, "--secret-stdin").ConfigureAwait(false);
        Array.Clear(seed);
        _stage.Say();
    }

    private async Task ReadAsync(bool manual)
    {
        _stage.Say("3. Signing in at the AWS console takes a press and six digits.");
        var pressed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Action<bool> onMoved = down => _ = down || pressed.TrySetResult();
        _world.Token.ButtonMoved += onMoved;
        if (!manual)
        {
            // The first press takes the word about the last request off the screen; it is not part of the story.
            _world.Token.ButtonMoved -= OnButtonMoved;
            await _world.Token.PressAsync().ConfigureAwait(false);
            _world.Token.ButtonMoved += OnButtonMoved;
            await _world.Token.PressAsync().ConfigureAwait(false);
        }

        await pressed.Task.ConfigureAwait(false);
        _world.Token.ButtonMoved -= onMoved;
        _stage.Show(_world.Token.Screen);
        _stage.Say();
    }

    private async Task FetchAsync()
    {
        _stage.Say("4. A program wants credentials. The token says which one and waits for the button.");
        _showsQuestion = true;
        string json = await _hwtoken.RunAsync("credential-process", World.Profile).ConfigureAwait(false);
        foreach (string line in SafeToShow.Lines(json))
        {
            _stage.Say($"  {line}");
        }

        _stage.Say();
    }

    private async Task UseAsync()
    {
        _stage.Say("5. A second program uses the session. Nobody is asked again: it is cached until it ends.");
        int pressesBefore = _presses;
        await _hwtoken.RunAsync("exec", World.Profile, "--", Environment.ProcessPath!, WhoAmI.Name).ConfigureAwait(false);
        int sessions = _world.Aws.Requests.Count(r => r.Action == "GetSessionToken" && r.Outcome == RequestRecord.Success);
        _stage.Say($"  presses for it: {_presses - pressesBefore}; sessions fetched from STS so far: {sessions}");
        _stage.Say();
    }

    private void TellTheRealThing()
    {
        _stage.Say("With a real token and your own AWS account:");
        _stage.Say("  hwtoken clock set");
        _stage.Say("  hwtoken accounts add arn:aws:iam::ACCOUNT:mfa/NAME    # the seed is asked for, from the AWS console");
        _stage.Say("  # in ~/.aws/config, with your long-term keys under [my-keys] in ~/.aws/credentials:");
        _stage.Say("  [profile work]");
        _stage.Say("  region = eu-central-1");
        _stage.Say("  credential_process = /path/to/hwtoken credential-process --source-profile my-keys --mfa-serial arn:aws:iam::ACCOUNT:mfa/NAME");
        _stage.Say("  aws sts get-caller-identity --profile work");
    }

    private void OnButtonMoved(bool down)
    {
        if (down)
        {
            _presses++;
            if (_showsQuestion)
            {
                _stage.Show(_world.Token.Screen);
            }

            _stage.Say("  * the button is pressed");
        }
    }
}

/// <summary>The story cannot go on; what went wrong has been told.</summary>
internal sealed class DemonstrationException(string message) : Exception(message);
