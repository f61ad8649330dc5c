using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Input;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.App;

/// <summary>As <see cref="HostileHostTests"/>, about the PIN: whatever comes in whatever order, the lock holds.</summary>
public class HostilePinTests
{
    private const int Rounds = 6000;
    private const string Pin = "2580";

    private readonly Random _random = new(8018);
    private readonly TokenBench _bench = PinOwner.LockedBench(Pin, Limits.MinPinTries, accounts: "a");
    private int _presses;
    private bool _knowsPin;

    [Fact]
    public void Step_AnyCommandsAndGestures_TheLockHolds()
    {
        var statuses = new HashSet<Status>();
        int tries = 0;
        for (int i = 0; i < Rounds; i++)
        {
            // A thief first, who finds the token locked; then somebody who knows the PIN.
            _knowsPin = i > Rounds / 3;
            DoSomething();
            List<TokenReply> replies = _bench.TakeReplies();
            statuses.UnionWith(replies.Select(reply => reply.Status));
            tries += replies.Count(IsWrongPin);
            AssertLockHolds();
        }

        Assert.InRange(tries, 1, _presses);
        Assert.Equal(VaultHealth.Good, Vaults.Load(_bench.Storage).Health);
        Status[] expected =
        [
            Status.Ok, Status.AwaitingPress, Status.Working, Status.Busy, Status.Locked, Status.PinWrong, Status.PinWait,
            Status.PinBlocked, Status.PinErased, Status.PinInvalid, Status.PinNotSet, Status.PinNotGiven, Status.PinNotAsked,
            Status.Declined, Status.TimedOut, Status.Cancelled, Status.ParameterInvalid, Status.Malformed,
        ];
        Assert.Empty(expected.Except(statuses));
    }

    private static bool IsWrongPin(TokenReply reply) =>
        reply.Command == Command.EnterPin && reply.Status is (Status.PinWrong or Status.PinBlocked or Status.PinErased);

    private void AssertLockHolds()
    {
        PinState pin = _bench.Ask(Command.Info).As<InfoReply>().Pin;
        Assert.True(pin.TriesLeft <= pin.MaxTries && (pin.IsSet || !pin.IsLocked));
        if (pin.IsLocked)
        {
            Assert.Equal(Status.Locked, _bench.Ask(Command.GetCode, Request.GetCode("a")).Status);
            Assert.Equal(Status.Locked, _bench.Ask(Command.ListAccounts, Request.ListAccounts()).Status);
            Assert.Null(PanelDigits.Read(_bench.Panel.Snapshot(), 6));
        }
    }

    private void DoSomething()
    {
        switch (_random.Next(13))
        {
            case 0:
                _presses++;
                _bench.Press(_random.Next(600, 900));
                break;
            case 1 or 2:
                _presses++;
                _bench.Press();
                break;
            case 3:
                _bench.Run(_random.Next(_random.Next(4) == 0 ? 70_000 : 3000));
                break;
            case 4:
                _bench.Send(Command.Unlock, new Empty());
                PerhapsAgree();
                break;
            case 5:
                int maxTries = _random.Next(4) == 0 ? _random.Next(256) : Limits.MinPinTries;
                _bench.Send(Command.SetPin, Request.SetPin(maxTries, erases: _random.Next(2) == 0));
                PerhapsAgree();
                break;
            case 6:
                _bench.Send(_random.Next(2) == 0 ? Command.RemovePin : Command.Wipe, new Empty());
                PerhapsAgree();
                break;
            case 7:
                Command command = (Command)_random.Next(0x60);
                _bench.Send(command == Command.SetClock ? Command.Hello : command, new Empty());
                break;
            case 8:
                _bench.Restart();
                break;
            case 9:
                _bench.Send(Command.Cancel, new Empty());
                break;
            default:
                _bench.Send(Command.EnterPin, Letters());
                _bench.Run(_random.Next(3) == 0 ? 50 : 1500);
                break;
        }
    }

    private void PerhapsAgree()
    {
        _bench.LetRead();
        if (_random.Next(3) > 0)
        {
            _presses++;
            _bench.Press(_bench.App.Agreement == Gesture.LongPress ? 800 : 80);
        }
    }

    /// <summary>The right ones, where there are any, or some.</summary>
    private EnterPinRequest Letters()
    {
        bool shown = PanelLetters.Read(_bench.Panel.Snapshot()) is not null;
        if (shown && _knowsPin && _random.Next(2) == 0)
        {
            return _bench.Letters(Pin);
        }

        byte[] letters = new byte[_random.Next(3, 6)];
        for (int i = 0; i < letters.Length; i++)
        {
            letters[i] = (byte)_random.Next(11);
        }

        return Request.EnterPin(letters);
    }
}
