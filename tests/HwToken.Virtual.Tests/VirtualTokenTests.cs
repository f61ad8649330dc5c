using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Power;
using HwToken.TestKit.Device;
using HwToken.Virtual.Chips;
using HwToken.Virtual.Errors;
using HwToken.Virtual.Links;
using HwToken.Virtual.Storage;
using HwToken.Virtual.Tests.Support;

namespace HwToken.Virtual.Tests;

/// <summary>Whole tokens in real time, on the lines that hosts really open.</summary>
[Trait(Real.Name, Real.Yes)]
public sealed class VirtualTokenTests : TokenTests
{
    private static readonly byte[] Key = [.. "12345678901234567890"u8];
    private static readonly string Dark = new SimulatedPanel().ToText();

    [UnixFact]
    public async Task Start_LinkPath_IsThereUntilDisposed()
    {
        VirtualToken token = VirtualToken.Start(Silent);
        Assert.Equal(LinkPath("token"), token.LinkPath);
        Assert.True(File.Exists(token.LinkPath));

        await token.DisposeAsync();

        Assert.False(File.Exists(token.LinkPath));
        Assert.True(token.Completion.IsCompletedSuccessfully);
    }

    [UnixFact]
    public async Task Start_TwoTokens_AreTwo()
    {
        await using VirtualToken one = VirtualToken.Start(Silent with { Link = LinkAddress.Parse(LinkPath("one")) });
        await using VirtualToken two = VirtualToken.Start(Silent with { Link = LinkAddress.Parse(LinkPath("two")) });
        using Host hostOfOne = new(one.LinkPath);
        using Host hostOfTwo = new(two.LinkPath);

        Task<TokenReply> helloOfOne = hostOfOne.AskAsync(Command.Hello);
        Task<TokenReply> helloOfTwo = hostOfTwo.AskAsync(Command.Hello);

        Assert.NotEqual((await helloOfOne).As<HelloReply>().Serial, (await helloOfTwo).As<HelloReply>().Serial);
    }

    [UnixFact]
    public void Start_LinkRefused_LetsTheStateFileGo()
    {
        File.WriteAllText(LinkPath("token"), "mine");

        Assert.Throws<VirtualTokenException>(() => VirtualToken.Start(Silent with { StateFile = StatePath }));

        FlashImage.Open(StatePath).Dispose();
    }

    [UnixFact]
    public void Start_ClockBeyondWhatTheChipHolds_IsRefused()
    {
        VirtualTokenException refusal = Assert.Throws<VirtualTokenException>(
            () => VirtualToken.Start(Silent with { ClockOffset = TimeSpan.FromDays(-365 * 100) }));

        Assert.StartsWith("the clock cannot show ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnBattery_SaysSoAndWarns()
    {
        await using VirtualToken token = VirtualToken.Start(
            Silent with { Link = LinkAddress.Parse("tcp:127.0.0.1:0"), BatteryMillivolts = 4300 });
        using Host host = new(token.LinkPath);
        InfoReply info = (await host.AskAsync(Command.Info)).As<InfoReply>();
        Assert.Equal((4300, false), (info.BatteryMillivolts, info.ExternalPower));

        await token.PressAsync();

        byte[] serial = (await host.AskAsync(Command.Hello)).As<HelloReply>().Serial;
        Assert.Equal(
            ScreenPicture.Of(screens =>
            {
                screens.SetBattery(BatteryState.Low);
                screens.ShowNoAccounts(serial);
            }),
            token.Screen.ToText());
    }

    [Fact]
    public async Task Start_TcpLink_Answers()
    {
        await using VirtualToken token = VirtualToken.Start(Silent with { Link = LinkAddress.Parse("tcp:127.0.0.1:0") });
        using Host host = new(token.LinkPath);

        Assert.Equal(Status.Ok, (await host.AskAsync(Command.Hello)).Status);
    }

    [UnixFact]
    public async Task GetCode_GarbageFloodsWhileAsking_StillAnswers()
    {
        await using VirtualToken token = VirtualToken.Start(Automatic);
        using Host host = new(token.LinkPath);
        await PutAsync(host, Key);
        byte[] garbage = new byte[64 * 1024];
        new Random(6238).NextBytes(garbage);

        await host.SendAsync(Command.GetCode, Request.GetCode(Name));
        Assert.Equal(Status.AwaitingPress, (await host.ReceiveAsync()).Status);
        Task flood = Task.Run(() => host.SendBytesAsync(garbage));
        TokenReply reply = await host.ReceiveAsync();
        await flood.WaitAsync(Eventually.Limit);

        Assert.Equal(Status.Ok, reply.Status);
        await host.SendBytesAsync(new byte[] { Frame.Delimiter });
        Assert.Equal(Status.Ok, (await host.AskAsync(Command.Hello)).Status);
    }

    [UnixFact]
    public async Task StateFile_NextRun_HasTheSameTokenAndItsAccounts()
    {
        VirtualTokenOptions options = Automatic with { StateFile = StatePath };
        byte[] serial = await HelloAndPut(options);

        await using VirtualToken next = VirtualToken.Start(options);
        using Host host = new(next.LinkPath);
        Assert.Equal(serial, (await host.AskAsync(Command.Hello)).As<HelloReply>().Serial);
        ListAccountsReply list = (await host.AskAsync(Command.ListAccounts, Request.ListAccounts())).As<ListAccountsReply>();
        Assert.Equal(Name, list.Entries[0].Name.ToString());
    }

    [UnixFact]
    public async Task StateFile_None_NextRunIsANewToken()
    {
        byte[] serial = await HelloAndPut(Automatic);

        await using VirtualToken next = VirtualToken.Start(Automatic);
        using Host host = new(next.LinkPath);
        Assert.NotEqual(serial, (await host.AskAsync(Command.Hello)).As<HelloReply>().Serial);
        Assert.Equal(0, (await host.AskAsync(Command.Info)).As<InfoReply>().Accounts);
    }

    [UnixFact]
    public async Task StateFile_CannotBeWritten_HostAndOwnerAreTold()
    {
        await using VirtualToken token = VirtualToken.Start(Automatic with { StateFile = StatePath });
        List<Exception> failures = [];
        token.StorageFailed += failures.Add;
        using Host host = new(token.LinkPath);

        // A folder in the temporary file's place refuses even the superuser.
        Directory.CreateDirectory(DurableFile.NextPath(StatePath));

        Assert.Equal(Status.StorageFailed, (await PutAsync(host, Key)).Status);
        Assert.NotEmpty(failures);
    }

    [UnixFact]
    public async Task ScreenChanged_Press_CarriesWhatScreenThenIs()
    {
        await using VirtualToken token = VirtualToken.Start(Silent);
        TaskCompletionSource<PanelPicture> lit = new();
        token.ScreenChanged += picture => lit.TrySetResult(picture);
        Assert.Equal(Dark, token.Screen.ToText());

        await token.PressAsync();

        Assert.True(lit.Task.IsCompleted);
        Assert.NotEqual(Dark, token.Screen.ToText());
    }

    [UnixFact]
    public async Task SetButton_HeldDown_IsSeen()
    {
        await using VirtualToken token = VirtualToken.Start(Silent);

        token.SetButton(true);
        await Eventually.IsTrue(() => token.Screen.ToText() != Dark);

        token.SetButton(false);
    }

    [UnixFact]
    public async Task PressAsync_AfterDispose_IsCancelled()
    {
        VirtualToken token = VirtualToken.Start(Silent);
        await token.DisposeAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(token.PressAsync);
    }

    [UnixFact]
    public async Task DisposeAsync_HostWaitsForAPress_ItSeesTheEnd()
    {
        VirtualToken token = VirtualToken.Start(Silent with { ClockOffset = TimeSpan.Zero });
        using Host host = new(token.LinkPath);
        await host.SendAsync(Command.Wipe);
        Assert.Equal(Status.AwaitingPress, (await host.ReceiveAsync()).Status);
        Task<TokenReply> final = host.ReceiveAsync();

        await token.DisposeAsync();

        await Assert.ThrowsAnyAsync<IOException>(() => final);
    }

    [UnixFact]
    public async Task Completion_StepThrows_CarriesItAndTheLinkGoes()
    {
        await using VirtualToken token = VirtualToken.Start(Silent);
        token.ScreenChanged += _ => throw new InvalidOperationException("broken");

        _ = token.PressAsync();

        InvalidOperationException thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => token.Completion.WaitAsync(Eventually.Limit));
        Assert.Equal("broken", thrown.Message);
        await Eventually.IsTrue(() => !File.Exists(token.LinkPath));
    }

    /// <returns>The serial number.</returns>
    private static async Task<byte[]> HelloAndPut(VirtualTokenOptions options)
    {
        await using VirtualToken token = VirtualToken.Start(options);
        using Host host = new(token.LinkPath);
        Assert.Equal(Status.Ok, (await PutAsync(host, Key)).Status);
        return (await host.AskAsync(Command.Hello)).As<HelloReply>().Serial;
    }
}
