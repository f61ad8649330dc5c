using HwToken.Aws.Model;
using HwToken.Base;
using HwToken.Core.Otp;

namespace HwToken.Aws.Tests.Support;

/// <summary>A token whose owner does what a test wants: real codes, and a step of the future at once instead of in time.</summary>
internal sealed class TestDevice(byte[] seed, TimeProvider time) : ICodeSource
{
    private readonly Lock _gate = new();
    private readonly List<MfaCodeRequest> _requests = [];
    private int _atOnce;

    /// <summary>What the owner does before the code is handed out.</summary>
    public Func<CancellationToken, Task> Press { get; set; } = _ => Task.CompletedTask;

    /// <summary>Steps by which the device's clock is ahead.</summary>
    public long StepsAhead { get; set; }

    /// <summary>The clock stands still, or the device does not know which steps are spent.</summary>
    public long? AlwaysStep { get; set; }

    /// <summary>The step in which the device is for the whole test; a later one comes at once where it is wanted.</summary>
    public long? StartsAt { get; set; }

    /// <summary>The most requests that were under way at the same time.</summary>
    public int MostAtOnce { get; private set; }

    public IReadOnlyList<MfaCodeRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public async Task<MfaCode> GetCodeAsync(MfaCodeRequest request, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _requests.Add(request);
            MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
        }

        try
        {
            await Press(cancellation);
            long step = AlwaysStep ?? Math.Max(StartsAt ?? (AwsTimeStep.Now(time) + StepsAhead), (request.AfterTimeStep ?? -1) + 1);
            return new MfaCode(Code(step), step, 15);
        }
        finally
        {
            lock (_gate)
            {
                _atOnce--;
            }
        }
    }

    /// <summary>The step in which tests take place whose time stands still.</summary>
    public static long Now => AwsTimeStep.Now(ShiftedTime.None);

    private string Code(long step)
    {
        var hmac = new HmacSha1();
        hmac.SetKey(seed, 0, seed.Length);
        return CodeText.Format(new Totp(hmac).Compute(step), 6);
    }
}
