using CsCheck;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Core.Tests.Protocol.Messages;

/// <summary>What every codec owes: what it writes it reads back, whole, and a piece of it is no message.</summary>
public class MessageTests
{
    private const string Seed = "0000KfC2pM14";

    public static TheoryData<string> Names => [.. Makers.Keys];

    private static readonly Dictionary<string, Func<IMessage>> Makers = new()
    {
        ["Hello"] = () => new HelloReply(),
        ["Info"] = () => new InfoReply(),
        ["Health"] = () => new HealthState(),
        ["Clock"] = () => new ClockReply(),
        ["CompareClock"] = () => new CompareClockReply(),
        ["AdjustClock"] = () => new AdjustClockRequest(),
        ["Comparison"] = () => new ClockComparison(),
        ["Comparisons"] = () => new ListComparisonsReply(),
        ["SetClock"] = () => new SetClockRequest(),
        ["ListRequest"] = () => new ListAccountsRequest(),
        ["ListReply"] = () => new ListAccountsReply(),
        ["Entry"] = () => new AccountEntry(),
        ["Put"] = () => new PutAccountRequest(),
        ["Rename"] = () => new RenameAccountRequest(),
        ["Delete"] = () => new DeleteAccountRequest(),
        ["CodeRequest"] = () => new GetCodeRequest(),
        ["CodeReply"] = () => new GetCodeReply(),
        ["SealRequest"] = () => new SealRequest(),
        ["SealState"] = () => new SealState(),
        ["AuditRequest"] = () => new ReadAuditRequest(),
        ["AuditReply"] = () => new ReadAuditReply(),
        ["DrillRequest"] = () => new DrillRequest(),
        ["DrillReply"] = () => new DrillReply(),
        ["Interim"] = () => new InterimReply(),
        ["PinState"] = () => new PinState(),
        ["SetPin"] = () => new SetPinRequest(),
        ["Letters"] = () => new LettersReply(),
        ["EnterPin"] = () => new EnterPinRequest(),
        ["PinReply"] = () => new PinReply(),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_AnyBytes_IsRefusedOrWrittenBackTheSame(string name) =>
        Gen.OneOf(Gen.Byte.Array[0, Frame.MaxPayload], Gen.Byte[0, 12].Array[0, 40]).Sample(
            bytes =>
            {
                IMessage message = Makers[name]();
                var reader = new PayloadReader();
                reader.Reset(bytes, 0, bytes.Length);
                message.Read(reader);
                if (reader.Failed)
                {
                    return;
                }

                int length = bytes.Length - reader.Remaining;
                byte[] again = Written(message);
                Assert.Equal(length, again.Length);

                // Every boolean but 0 and 1 is read as true; all else comes back bit by bit.
                IMessage second = Makers[name]();
                reader.Reset(again, 0, again.Length);
                second.Read(reader);
                Assert.True(reader.Complete);
                Assert.Equal(again, Written(second));
            },
            seed: Seed);

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_CutShortAnywhere_Fails(string name)
    {
        byte[] whole = Written(Filled(name));
        for (int length = 0; length < whole.Length; length++)
        {
            var reader = new PayloadReader();
            reader.Reset(whole, 0, length);
            IMessage message = Makers[name]();
            message.Read(reader);

            // One cut gives a whole message: what a token sends whose firmware is older than the last fields.
            bool isOlder = message is InfoReply { HasHealth: false } && reader.Complete;
            Assert.True(reader.Failed || isOlder, $"{name} cut to {length} of {whole.Length} bytes");
        }
    }

    [Fact]
    public void Read_InfoOfAnOlderToken_IsWholeWithoutHealth()
    {
        InfoReply older = (InfoReply)Filled("Info");
        older.HasHealth = false;
        byte[] bytes = Written(older);
        var reply = new InfoReply();
        var reader = new PayloadReader();
        reader.Reset(bytes, 0, bytes.Length);
        reply.Read(reader);
        Assert.True(reader.Complete);
        Assert.Equal((false, RadioState.Unknown), (reply.HasHealth, reply.Health.Radio));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WhatWasWritten_IsEqual(string name)
    {
        byte[] whole = Written(Filled(name));
        IMessage copy = Makers[name]();
        var reader = new PayloadReader();
        reader.Reset(whole, 0, whole.Length);
        copy.Read(reader);
        Assert.True(reader.Complete);
        Assert.Equivalent(Filled(name), copy, strict: true);
    }

    [Fact]
    public void Read_ListWithMoreEntriesThanAFrameHolds_Fails()
    {
        var reader = new PayloadReader();
        reader.Reset([100, ListAccountsReply.MaxEntries + 1, .. new byte[240]], 0, 242);
        new ListAccountsReply().Read(reader);
        Assert.True(reader.Failed);
    }

    [Fact]
    public void Read_MoreComparisonsThanATokenKeeps_Fails()
    {
        var reader = new PayloadReader();
        byte[] bytes = [ListComparisonsReply.MaxEntries + 1, .. new byte[240]];
        reader.Reset(bytes, 0, bytes.Length);
        new ListComparisonsReply().Read(reader);
        Assert.True(reader.Failed);
    }

    [Fact]
    public void Read_LogWithMoreEntriesThanAFrameHolds_Fails()
    {
        byte[] bytes = new byte[Frame.MaxPayload];
        bytes[4 + 4 + 32] = ReadAuditReply.MaxEntries + 1;
        var reader = new PayloadReader();
        reader.Reset(bytes, 0, bytes.Length);
        new ReadAuditReply().Read(reader);
        Assert.True(reader.Failed);
    }

    [Fact]
    public void Clear_PutAccount_OverwritesTheKey()
    {
        var put = (PutAccountRequest)Filled("Put");
        put.Clear();
        Assert.All(put.Key, b => Assert.Equal(0, b));
        Assert.Equal(0, put.KeyLength);
    }

    [Fact]
    public void Clear_EnterPin_OverwritesTheLetters()
    {
        var pin = (EnterPinRequest)Filled("EnterPin");
        pin.Clear();
        Assert.All(pin.Letters, b => Assert.Equal(0, b));
        Assert.Equal(0, pin.Count);
    }

    [Theory]
    [InlineData("alice", OtpAlgorithm.HmacSha1, 6, 30, Status.Ok)]
    [InlineData("alice", OtpAlgorithm.HmacSha256, 8, 65535, Status.Ok)]
    [InlineData("", OtpAlgorithm.HmacSha1, 6, 30, Status.NameInvalid)]
    [InlineData("a\nb", OtpAlgorithm.HmacSha1, 6, 30, Status.NameInvalid)]
    [InlineData("alice", (OtpAlgorithm)2, 6, 30, Status.ParameterInvalid)]
    [InlineData("alice", OtpAlgorithm.HmacSha1, 5, 30, Status.ParameterInvalid)]
    [InlineData("alice", OtpAlgorithm.HmacSha1, 9, 30, Status.ParameterInvalid)]
    [InlineData("alice", OtpAlgorithm.HmacSha1, 6, 0, Status.ParameterInvalid)]
    [InlineData("alice", OtpAlgorithm.HmacSha1, 6, 70000, Status.ParameterInvalid)]
    public void Check_Entry_NamesWhatIsWrong(string name, OtpAlgorithm algorithm, int digits, int period, Status status)
    {
        var entry = new AccountEntry { Algorithm = algorithm, Digits = digits, Period = period };
        entry.Name.TrySet(name);
        Assert.Equal(status, entry.Check());
    }

    private static IMessage Filled(string name)
    {
        IMessage message = Makers[name]();
        switch (message)
        {
            case HelloReply hello:
                hello.State = TokenState.Asking;
                Hex.Bytes("01 02 03 04 05").CopyTo(hello.Serial, 0);
                break;
            case InfoReply info:
                (info.FirmwareMajor, info.FirmwareMinor, info.FirmwarePatch) = (1, 2, 3);
                (info.Accounts, info.AccountCapacity, info.BatteryMillivolts, info.ExternalPower) = (4, 100, 4350, true);
                info.Board.TrySet("esp32-s3");
                info.Clock.UnixSeconds = 0xFF_FFFF_FFFF;
                (info.Pin.IsSet, info.Pin.TriesLeft, info.Pin.MaxTries) = (true, 7, 8);
                Fill(info.Seal);
                info.HasHealth = true;
                Fill(info.Health);
                break;
            case HealthState health:
                Fill(health);
                break;
            case SealRequest seal:
                seal.Number = 0xFFFF_FFFF;
                break;
            case SealState seal:
                Fill(seal);
                break;
            case ReadAuditRequest audit:
                audit.Start = 0x8000_0001;
                break;
            case ReadAuditReply audit:
                (audit.Total, audit.Oldest, audit.Count) = (0xFFFF_FFFF, 0xFFFF_FFBF, ReadAuditReply.MaxEntries);
                audit.BaseLink.AsSpan().Fill(0xA5);
                audit.Entries.AsSpan().Fill(0x5A);
                break;
            case DrillRequest drill:
                drill.UnixSeconds = 4_300_000_000;
                break;
            case DrillReply drill:
                (drill.IsStorageWhole, drill.IsRecorded, drill.ExternalPower, drill.IsBatteryLow) = (true, false, true, true);
                (drill.Accounts, drill.GoodAccounts, drill.BatteryMillivolts) = (100, 99, 4350);
                Fill(drill.Seal);
                drill.Clock.UnixSeconds = 4_300_000_000;
                break;
            case ClockReply clock:
                (clock.State, clock.UnixSeconds, clock.LastSetUnixSeconds) = (ClockState.Stopped, 4_300_000_000, 7);
                Fill(clock.Quality);
                break;
            case CompareClockReply compare:
                (compare.UnixSeconds, compare.Milliseconds, compare.LatenessMs) = (4_300_000_000, 999, 1100);
                break;
            case AdjustClockRequest adjust:
                (adjust.OffsetMs, adjust.UncertaintyMs, adjust.UnixSeconds, adjust.Milliseconds) = (-86_400_000, 500, 4_300_000_000, 999);
                break;
            case ClockComparison comparison:
                Fill(comparison);
                break;
            case ListComparisonsReply comparisons:
                comparisons.Count = ListComparisonsReply.MaxEntries;
                Array.ForEach(comparisons.Entries, Fill);
                break;
            case SetClockRequest set:
                (set.UnixSeconds, set.Milliseconds) = (4_300_000_000, 999);
                break;
            case ListAccountsRequest list:
                list.Start = 99;
                break;
            case ListAccountsReply list:
                (list.Total, list.Count) = (100, ListAccountsReply.MaxEntries);
                for (int i = 0; i < list.Count; i++)
                {
                    list.Entries[i].Name.TrySet(new string((char)('a' + i), Limits.NameLength));
                }

                break;
            case AccountEntry entry:
                (entry.Algorithm, entry.Digits, entry.Period) = (OtpAlgorithm.HmacSha256, 8, 600);
                entry.Name.TrySet("GitHub:zoë");
                break;
            case PutAccountRequest put:
                (put.Replace, put.KeyLength) = (true, 40);
                put.Account.Name.TrySet("alice");
                put.Key.AsSpan(0, 40).Fill(0x5E);
                break;
            case RenameAccountRequest rename:
                rename.AccountId[7] = 9;
                rename.NewName.TrySet("bob");
                break;
            case DeleteAccountRequest delete:
                delete.AccountId[0] = 9;
                break;
            case GetCodeRequest code:
                (code.MinimumSecondsLeft, code.NotBeforeStep) = (5, 0x1_0000_0001);
                code.Text.TrySet("aws: prod");
                break;
            case GetCodeReply code:
                (code.Code, code.Digits, code.TimeStep, code.SecondsLeft) = (99_999_999, 8, 0x1_0000_0001, 30);
                break;
            case InterimReply interim:
                interim.Seconds = 30;
                break;
            case PinState pin:
                (pin.IsSet, pin.IsLocked, pin.Erases, pin.TriesLeft, pin.MaxTries) = (true, true, true, 14, 15);
                break;
            case SetPinRequest set:
                (set.MaxTries, set.Erases) = (5, true);
                break;
            case LettersReply letters:
                letters.Seconds = 60;
                break;
            case EnterPinRequest pin:
                pin.Count = 12;
                pin.Letters[11] = 9;
                break;
            case PinReply pin:
                (pin.TriesLeft, pin.WaitSeconds) = (1, 64);
                break;
            default:
                throw new InvalidOperationException($"{name} needs values to be tested with");
        }

        return message;
    }

    private static void Fill(ClockQuality quality)
    {
        (quality.BoundMs, quality.YearBoundMs, quality.GainedMs) = (4_294_967_295, 44_000, -1_000_000);
        (quality.ResidualPpb, quality.ResidualUncertaintyPpb) = (-12_345, 678);
        (quality.Aging, quality.Rate, quality.Temperature) = (-128, ClockRate.Implausible, -5);
        (quality.ComparedUnixSeconds, quality.Jumps, quality.BackwardJumps) = (4_300_000_000, 65535, 1);
    }

    private static void Fill(ClockComparison comparison)
    {
        (comparison.Seconds, comparison.GainedMs, comparison.TrimmedMs) = (4_300_000_000, -1_000_000, 2_000_000);
        (comparison.UncertaintyMs, comparison.Temperature) = (500, -40);
    }

    private static void Fill(HealthState health)
    {
        (health.Radio, health.FreeHeapBytes) = (RadioState.OffAfterRestart, 0xFEDC_BA98);
        health.LastFault.TrySet("OutOfMemoryException in TokenApp::Step");
    }

    private static void Fill(SealState seal)
    {
        (seal.IsSealed, seal.Number, seal.Openings) = (true, 4_000_000_001, 3);
        (seal.SealedUnixSeconds, seal.DrillUnixSeconds) = (4_300_000_000, 4_300_000_001);
    }

    private static byte[] Written(IMessage message)
    {
        byte[] buffer = new byte[Frame.MaxPayload + 8];
        var writer = new PayloadWriter(buffer);
        message.Write(writer);
        return buffer[..writer.Position];
    }
}
