using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Core.Text;
using HwToken.Device.Input;
using HwToken.Device.Ui;

namespace HwToken.Device.Requests;

/// <summary>A command that the owner must agree to. One object per command, filled again for every request.</summary>
/// <remarks>
/// It goes through <see cref="Message"/> (decoded), <see cref="Check"/>, <see cref="Ask"/>, and after the owner's yes
/// <see cref="Proceed"/> until it is done; then, however it ended, <see cref="Clear"/>. Asking, timing and replying are
/// <see cref="PendingRequest"/>'s.
/// </remarks>
internal abstract class OwnerRequest
{
    private static readonly Utf8Text NoName = new(0);

    public abstract Command Command { get; }

    /// <summary>The request's fields.</summary>
    public abstract IMessage Message { get; }

    /// <summary>
    /// Whether the owner is asked at all; known once it was checked. Where not, <see cref="Proceed"/> follows at once,
    /// and must finish.
    /// </summary>
    public virtual bool NeedsOwner => true;

    /// <summary>The gesture that agrees; the other one declines.</summary>
    public virtual Gesture Agreement => Gesture.ShortPress;

    /// <summary>The fields after Ok, or null.</summary>
    public virtual IMessage Reply => null;

    /// <summary>The account that it is about, or an empty text.</summary>
    public virtual Utf8Text Name => NoName;

    /// <summary>What the screen says when it has been done.</summary>
    public abstract Outcome Success { get; }

    /// <summary>After Ok something else has the screen, and no outcome is shown.</summary>
    public virtual bool HandsScreenOver => false;

    /// <summary>How it ended, once <see cref="Proceed"/> has returned true.</summary>
    public Status Result { get; protected set; }

    /// <summary>While it goes on: after how many milliseconds it wants to be called again, at most.</summary>
    public int WaitMs { get; protected set; }

    /// <summary>While it goes on: seconds until the time step that it waits for; 0 if it waits for none.</summary>
    public int SecondsToStep { get; protected set; }

    /// <summary>Whether it could be done, so that the owner is not asked for nothing.</summary>
    /// <param name="nowMs">When it was received.</param>
    /// <returns>Ok, or how it is refused.</returns>
    public abstract Status Check(long nowMs);

    /// <summary>Puts the question on the screen; called again while it is shown, since times in it go on.</summary>
    public abstract void Ask(Screens screens, long nowMs);

    /// <summary>Does what the owner has agreed to.</summary>
    /// <returns>True if it is finished, with or without success; false to be called again.</returns>
    public abstract bool Proceed(long nowMs);

    /// <returns>The fields after a last status; null where there are none.</returns>
    public virtual IMessage FieldsOf(Status status, long nowMs) => status == Status.Ok ? Reply : null;

    /// <summary>Overwrites what must not stay in memory.</summary>
    public virtual void Clear()
    {
    }

    /// <summary>To return from <see cref="Proceed"/>.</summary>
    protected bool Finish(Status result)
    {
        Result = result;
        return true;
    }
}
