using HwToken.Core.Protocol;

namespace HwToken.Device.App;

/// <summary>Which command each state takes. README.md beside this folder has the table; its tests keep them together.</summary>
public static class CommandRules
{
    /// <param name="isBusy">A request waits for the owner or for a time step.</param>
    /// <param name="isFaulted">The storage cannot be believed.</param>
    /// <returns>Ok if the command is to be looked at; otherwise how it is refused.</returns>
    public static Status Check(Command command, bool isBusy, bool isFaulted)
    {
        switch (command)
        {
            case Command.Hello:
            case Command.Info:
            case Command.Cancel:
            case Command.GetClock:
                return Status.Ok;

            case Command.ListAccounts:
            case Command.ListComparisons:
                return isFaulted ? Status.StorageFailed : Status.Ok;

            case Command.Wipe:
                return isBusy ? Status.Busy : Status.Ok;

            case Command.PutAccount:
            case Command.RenameAccount:
            case Command.DeleteAccount:
            case Command.GetCode:
            case Command.SetClock:
            case Command.CompareClock:
            case Command.AdjustClock:
                if (isFaulted)
                {
                    return Status.StorageFailed;
                }

                return isBusy ? Status.Busy : Status.Ok;

            default:
                return Status.UnknownCommand;
        }
    }
}
