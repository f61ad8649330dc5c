using CsCheck;
using HwToken.Benchmarks.Il;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Device.Accounts;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;
using HwToken.Virtual;

namespace HwToken.Device.Tests.Accounts;

public class CodeMakerTests
{
    private readonly CodeMaker _codes = new(new PlatformHmacSha256());

    [Fact]
    public void Compute_AnyAccount_IsTheReferencesCode()
    {
        Gen<(byte[], int, bool, long)> accounts = Gen.Select(
            Gen.Byte.Array[1, Limits.KeyLength], Gen.Int[6, 8], Gen.Bool, Gen.Long[0, 1L << 38]);
        accounts.ForAll(2000, (key, digits, isSha256, step) =>
        {
            OtpAlgorithm algorithm = isSha256 ? OtpAlgorithm.HmacSha256 : OtpAlgorithm.HmacSha1;
            int code = _codes.Compute(Record(key, digits, algorithm), step);
            Assert.Equal(ReferenceTotp.Code(key, step, digits, algorithm), CodeText.Format(code, digits));
        });
    }

    [Theory]
    [InlineData(30, 0, 0, 30)]
    [InlineData(30, 29, 0, 1)]
    [InlineData(30, 30, 1, 30)]
    [InlineData(60, 6311433599, 105190559, 1)]
    [InlineData(1, 1800000000, 1800000000, 1)]
    [InlineData(65535, 65534, 0, 1)]
    public void TimeStep_AnyPeriod_HoldsTheSecond(int period, long unixSeconds, long step, int secondsLeft)
    {
        AccountRecord record = Record([1], 6, OtpAlgorithm.HmacSha1);
        record.Entry.Period = period;
        Assert.Equal(step, _codes.TimeStep(record.Entry, unixSeconds));
        Assert.Equal(secondsLeft, _codes.SecondsLeft(record.Entry, unixSeconds));
    }

    [Fact]
    public void Compute_Afterwards_NeitherRecordNorHmacHasTheKey()
    {
        var hmac = new HmacThatTells();
        AccountRecord record = Record([1, 2, 3], 6, OtpAlgorithm.HmacSha256);
        new CodeMaker(hmac).Compute(record, 1);
        Assert.Equal(0, record.KeyLength);
        Assert.All(record.Key, value => Assert.Equal(0, value));
        Assert.Equal(["SetKey 3", "ComputeCounter 1", "Clear"], hmac.Calls);
    }

    [Fact]
    public void ComputeKept_OtherSteps_AreTheReferencesCodes()
    {
        byte[] key = TokenBench.KeyOf("kept");
        AccountRecord record = Record(key, 6, OtpAlgorithm.HmacSha1);
        Assert.Equal(ReferenceTotp.Code(key, 1), CodeText.Format(_codes.ComputeAndKeep(record, 1), 6));
        Assert.All(record.Key, value => Assert.Equal(0, value));
        Assert.True(_codes.Keeps(record));
        for (long step = 2; step < 20; step++)
        {
            Assert.Equal(ReferenceTotp.Code(key, step), CodeText.Format(_codes.ComputeKept(record, step), 6));
        }
    }

    [Fact]
    public void ComputeAndKeep_PlatformsHmac_KeepsNoKey()
    {
        var hmac = new HmacThatTells();
        var codes = new CodeMaker(hmac);
        codes.ComputeAndKeep(Record([1], 6, OtpAlgorithm.HmacSha1), 1);

        AccountRecord record = Record([1, 2, 3], 6, OtpAlgorithm.HmacSha256);
        codes.ComputeAndKeep(record, 1);

        Assert.False(codes.Keeps(record));
        Assert.Equal(["SetKey 3", "ComputeCounter 1", "Clear"], hmac.Calls);
        AssertHasNoKey(codes);
    }

    [Fact]
    public void Forget_KeptKey_IsGone()
    {
        AccountRecord record = Record([1], 6, OtpAlgorithm.HmacSha1);
        _codes.ComputeAndKeep(record, 1);

        _codes.Forget();

        Assert.False(_codes.Keeps(record));
        AssertHasNoKey(_codes);
    }

    [Fact]
    public void Compute_WhileAnothersKeyIsKept_LeavesNeither()
    {
        AccountRecord kept = Record([1], 6, OtpAlgorithm.HmacSha1);
        AccountRecord other = Record([2], 6, OtpAlgorithm.HmacSha1);
        _codes.ComputeAndKeep(kept, 1);

        _codes.Compute(other, 1);

        Assert.False(_codes.Keeps(kept));
        Assert.False(_codes.Keeps(other));
        AssertHasNoKey(_codes);
    }

    [Fact]
    public void ComputeKept_AfterAnotherRecordsKeyIsKept_ThrowsAndGivesNoWrongCode()
    {
        AccountRecord first = Record([1], 6, OtpAlgorithm.HmacSha1);
        _codes.ComputeAndKeep(first, 1);
        _codes.ComputeAndKeep(Record([2], 6, OtpAlgorithm.HmacSha1), 1);

        Assert.False(_codes.Keeps(first));
        Assert.Throws<InvalidOperationException>(() => _codes.ComputeKept(first, 2));
    }

    [Fact]
    public void ComputeKept_AgainAndAgain_AllocatesNothing()
    {
        AccountRecord record = Record([1], 6, OtpAlgorithm.HmacSha1);
        _codes.ComputeAndKeep(record, 1);

        Assert.Equal(0, Allocations.Of(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                _codes.ComputeKept(record, i);
            }
        }));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(128)]
    public void ComputeKept_OnAnInterpreter_TakesAtMostAThirdOfAStraightforwardCode(int keyLength)
    {
        const long Step = 41152263;
        byte[] key = TokenBench.KeyOf("counted", keyLength);
        AccountRecord record = Record(key, 6, OtpAlgorithm.HmacSha1);
        _codes.ComputeAndKeep(record, Step - 1);
        var straightforward = new IlInterpreter(typeof(StraightforwardTotp).Assembly);
        object? expected = straightforward.Run(typeof(StraightforwardTotp).GetMethod("Compute")!, key, Step);

        var kept = new IlInterpreter(typeof(HmacSha1).Assembly, typeof(CodeMaker).Assembly);
        Assert.Equal(expected, kept.Run(typeof(CodeMaker).GetMethod("ComputeKept")!, _codes, record, Step));

        Assert.InRange(kept.Counts.Instructions, 1, straightforward.Counts.Instructions / 3);
        Assert.Equal(0, kept.Counts.Allocations);
    }

    [Fact]
    public void Compute_AccountsOfOneKind_AllocatesNothing()
    {
        AccountRecord record = Record([1], 6, OtpAlgorithm.HmacSha1);
        long allocated = Allocations.Of(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                record.Key[0] = 1;
                record.KeyLength = 1;
                _codes.Compute(record, i);
            }
        });
        Assert.Equal(0, allocated);
    }

    private static void AssertHasNoKey(CodeMaker codes) =>
        Assert.Throws<InvalidOperationException>(() => codes.ComputeKept(Record([1], 6, OtpAlgorithm.HmacSha1), 1));

    private static AccountRecord Record(byte[] key, int digits, OtpAlgorithm algorithm)
    {
        var record = new AccountRecord { KeyLength = key.Length };
        key.CopyTo(record.Key, 0);
        record.Entry.Digits = digits;
        record.Entry.Algorithm = algorithm;
        return record;
    }

    private sealed class HmacThatTells : IHmac
    {
        public List<string> Calls { get; } = [];

        public int HashLength => 32;

        public void SetKey(byte[] key, int offset, int count) => Calls.Add($"SetKey {count}");

        public void Compute(byte[] data, int offset, int count, byte[] mac) => throw new NotSupportedException();

        public void ComputeCounter(long counter, byte[] mac) => Calls.Add($"ComputeCounter {counter}");

        public void Clear() => Calls.Add("Clear");
    }
}
