using HwToken.Base;

namespace HwToken.LocalAws.Accounts;

/// <summary>An IAM user, or the account's root user.</summary>
internal sealed class User : Principal
{
    private readonly IReadOnlyList<MfaDevice> _devices;

    private User(string accountId, string arn, string userId, bool isRoot, IReadOnlyList<MfaDevice> devices)
        : base(accountId, arn, userId)
    {
        IsRoot = isRoot;
        _devices = devices;
    }

    internal bool IsRoot { get; }

    internal static User Iam(string partition, string accountId, string name, IReadOnlyList<MfaDevice> devices)
    {
        string arn = new Arn(partition, "iam", "", accountId, "user/" + name).ToString();
        return new User(accountId, arn, UniqueId.OfUser(arn), isRoot: false, devices);
    }

    internal static User Root(string partition, string accountId, IReadOnlyList<MfaDevice> devices)
    {
        string arn = new Arn(partition, "iam", "", accountId, "root").ToString();
        return new User(accountId, arn, accountId, isRoot: true, devices);
    }

    internal override MfaDevice? FindDevice(string serialNumber) =>
        _devices.FirstOrDefault(device => device.SerialNumber == serialNumber);
}
