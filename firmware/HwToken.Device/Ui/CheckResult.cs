namespace HwToken.Device.Ui;

/// <summary>What a line of the self-test says.</summary>
public enum CheckResult
{
    /// <summary>Not known yet.</summary>
    Pending,

    Good,

    Bad,

    /// <summary>Neither good nor bad: what would tell is not there.</summary>
    Unknown,
}
