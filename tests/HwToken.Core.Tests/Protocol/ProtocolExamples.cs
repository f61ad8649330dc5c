using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Core.Tests.Protocol;

/// <summary>The examples of shared/PROTOCOL.md, built with the codecs.</summary>
internal static class ProtocolExamples
{
    private const string Arn = "arn:aws:iam::123456789012:mfa/alice";
    private const long Time = 1_800_000_000; // 2027-01-15T08:00:00Z
    private const long Step = Time / 30;

    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["hello-request"] = () => Request(1, Command.Hello, new Empty()),
        ["hello-reply"] = () =>
        {
            var reply = new HelloReply { State = TokenState.Ready };
            Hex.Bytes("01 23 45 67 89").CopyTo(reply.Serial, 0);
            return Reply(1, Command.Hello, Status.Ok, reply);
        },
        ["info-reply"] = () =>
        {
            var reply = new InfoReply { FirmwareMinor = 1, Accounts = 1, AccountCapacity = 100, BatteryMillivolts = 4350 };
            reply.ExternalPower = true;
            reply.Board.TrySet("esp32");
            reply.Clock.UnixSeconds = Time;
            reply.Clock.LastSetUnixSeconds = Time - 86400;
            ClockQuality quality = reply.Clock.Quality;
            (quality.BoundMs, quality.YearBoundMs, quality.GainedMs) = (1250, 43_600, -9);
            (quality.ResidualPpb, quality.ResidualUncertaintyPpb, quality.Aging) = (100, 100, 15);
            (quality.Rate, quality.Temperature) = (ClockRate.Learned, 21);
            (quality.ComparedUnixSeconds, quality.Jumps, quality.BackwardJumps) = (Time - 86000, 1, 0);
            (reply.Pin.IsSet, reply.Pin.TriesLeft, reply.Pin.MaxTries) = (true, 8, 8);
            reply.HasHealth = true;
            (reply.Health.Radio, reply.Health.FreeHeapBytes) = (RadioState.Off, 44 * 1024);
            return Reply(2, Command.Info, Status.Ok, reply);
        },
        ["set-clock-request"] = () => Request(3, Command.SetClock, new SetClockRequest { UnixSeconds = Time, Milliseconds = 250 }),
        ["compare-clock-request"] = () => Request(8, Command.CompareClock, new Empty()),
        ["compare-clock-reply"] = () => Reply(
            8, Command.CompareClock, Status.Ok, new CompareClockReply { UnixSeconds = Time + 1, Milliseconds = 987, LatenessMs = 2 }),
        ["adjust-clock-request"] = () => Request(
            9,
            Command.AdjustClock,
            new AdjustClockRequest { OffsetMs = -12, UncertaintyMs = 5, UnixSeconds = Time + 2, Milliseconds = 100 }),
        ["list-comparisons-reply"] = () =>
        {
            var reply = new ListComparisonsReply { Count = 1 };
            ClockComparison entry = reply.Entries[0];
            (entry.Seconds, entry.GainedMs, entry.TrimmedMs) = (Time - 86000, 4321, 0);
            (entry.UncertaintyMs, entry.Temperature) = (5, 21);
            return Reply(10, Command.ListComparisons, Status.Ok, reply);
        },
        ["put-account-request"] = () =>
        {
            // The key of RFC 6238 appendix B.
            var request = new PutAccountRequest { KeyLength = 20 };
            request.Account.Name.TrySet(Arn);
            "12345678901234567890"u8.CopyTo(request.Key);
            return Request(4, Command.PutAccount, request);
        },
        ["put-account-interim"] = () =>
            Reply(4, Command.PutAccount, Status.AwaitingPress, new InterimReply { Seconds = 30 }, Frame.InterimFlag),
        ["put-account-reply"] = () => Reply(4, Command.PutAccount, Status.Ok, new Empty()),
        ["list-accounts-request"] = () => Request(5, Command.ListAccounts, new ListAccountsRequest()),
        ["list-accounts-reply"] = () =>
        {
            var reply = new ListAccountsReply { Total = 1, Count = 1 };
            reply.Entries[0].Name.TrySet(Arn);
            return Reply(5, Command.ListAccounts, Status.Ok, reply);
        },
        ["get-code-request"] = () =>
        {
            var request = new GetCodeRequest { MinimumSecondsLeft = 5, NotBeforeStep = Step + 1 };
            AccountIdOf(Arn).CopyTo(request.AccountId, 0);
            request.Text.TrySet("aws: prod-admin");
            return Request(6, Command.GetCode, request);
        },
        ["get-code-interim-press"] = () =>
            Reply(6, Command.GetCode, Status.AwaitingPress, new InterimReply { Seconds = 30 }, Frame.InterimFlag),
        ["get-code-interim-step"] = () =>
            Reply(6, Command.GetCode, Status.AwaitingStep, new InterimReply { Seconds = 12 }, Frame.InterimFlag),
        ["get-code-reply"] = () =>
            Reply(6, Command.GetCode, Status.Ok, new GetCodeReply { Code = 50219, Digits = 6, TimeStep = Step + 1, SecondsLeft = 30 }),
        ["get-code-declined"] = () => Reply(6, Command.GetCode, Status.Declined, new Empty()),
        ["unlock-request"] = () => Request(8, Command.Unlock, new Empty()),
        ["unlock-interim"] = () =>
            Reply(8, Command.Unlock, Status.AwaitingPress, new InterimReply { Seconds = 30 }, Frame.InterimFlag),
        ["unlock-reply"] = () => Reply(8, Command.Unlock, Status.Ok, new LettersReply { Seconds = 60 }),
        ["enter-pin-request"] = () =>
        {
            var request = new EnterPinRequest { Count = 4 };
            Hex.Bytes("02 08 06 01").CopyTo(request.Letters, 0);
            return Request(9, Command.EnterPin, request);
        },
        ["enter-pin-interim"] = () =>
            Reply(9, Command.EnterPin, Status.Working, new InterimReply { Seconds = 10 }, Frame.InterimFlag),
        ["enter-pin-reply"] = () => Reply(9, Command.EnterPin, Status.Ok, new Empty()),
        ["enter-pin-wrong"] = () => Reply(9, Command.EnterPin, Status.PinWrong, new PinReply { TriesLeft = 7, WaitSeconds = 1 }),
        ["set-pin-request"] = () => Request(10, Command.SetPin, new SetPinRequest { MaxTries = 8 }),
        ["seal-request"] = () => Request(8, Command.Seal, new SealRequest { Number = 1042 }),
        ["seal-reply"] = () =>
            Reply(8, Command.Seal, Status.Ok, new SealState { IsSealed = true, Number = 1042, SealedUnixSeconds = Time + 5 }),
        ["get-code-sealed"] = () => Reply(9, Command.GetCode, Status.Sealed, new Empty()),
        ["read-audit-request"] = () => Request(10, Command.ReadAudit, new ReadAuditRequest()),
        ["read-audit-reply"] = () =>
        {
            var reply = new ReadAuditReply { Total = 2, Count = 2 };
            var writer = new PayloadWriter(reply.Entries);
            new AuditEntry { Event = AuditEvent.Created }.Write(writer);
            new AuditEntry { Event = AuditEvent.Sealed, UnixSeconds = Time + 5, Detail = 1042 }.Write(writer);
            return Reply(10, Command.ReadAudit, Status.Ok, reply);
        },
        ["drill-request"] = () => Request(11, Command.Drill, new DrillRequest { UnixSeconds = Time }),
        ["drill-reply"] = () =>
        {
            var reply = new DrillReply { IsStorageWhole = true, IsRecorded = true, ExternalPower = true, Accounts = 1, GoodAccounts = 1 };
            (reply.Seal.IsSealed, reply.Seal.Number) = (true, 1042);
            (reply.Seal.SealedUnixSeconds, reply.Seal.DrillUnixSeconds) = (Time + 5, Time + 31_536_000);
            (reply.Clock.UnixSeconds, reply.Clock.LastSetUnixSeconds) = (Time + 31_536_000, Time - 86400);
            return Reply(11, Command.Drill, Status.Ok, reply);
        },
        ["unsupported-version"] = () =>
        {
            var writer = new FrameWriter();
            writer.Begin(Frame.ReplyFlag, 7, Command.Hello);
            writer.Payload.WriteByte((int)Status.UnsupportedVersion);
            writer.Payload.WriteByte(Frame.Version);
            writer.Payload.WriteByte(Frame.Version);
            return writer.Buffer[..writer.End()];
        },
    };

    public static byte[] Request(int sequence, Command command, IMessage request)
    {
        var writer = new FrameWriter();
        writer.Begin(0, sequence, command);
        request.Write(writer.Payload);
        return writer.Buffer[..writer.End()];
    }

    public static byte[] Reply(int sequence, Command command, Status status, IMessage reply, int interim = 0)
    {
        var writer = new FrameWriter();
        writer.Begin(Frame.ReplyFlag | interim, sequence, command);
        writer.Payload.WriteByte((int)status);
        reply.Write(writer.Payload);
        return writer.Buffer[..writer.End()];
    }

    private static byte[] AccountIdOf(string name) =>
        System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(name))[..AccountId.Length];
}
