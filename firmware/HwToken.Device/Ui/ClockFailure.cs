namespace HwToken.Device.Ui;

/// <summary>Why the self-test finds the clock bad.</summary>
public enum ClockFailure
{
    /// <summary>Nothing at the chip's address.</summary>
    NoAnswer,

    /// <summary>It answers, and its registers hold no time.</summary>
    NoTime,

    /// <summary>Its time stands, or goes at another pace.</summary>
    CountsWrong,
}
