namespace HwToken.Device.App;

/// <summary>What an owner did to the clock.</summary>
public enum ClockEvent
{
    /// <summary>Set one that did not run, or set a running one by no more than it may have been wrong.</summary>
    Set,

    /// <summary>Let a running one jump forward.</summary>
    JumpedForward,

    /// <summary>Let a running one jump back, or one that had stopped go on from before a time that it had shown.</summary>
    JumpedBackward,
}
