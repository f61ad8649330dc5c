using HwToken.Core.Protocol;

namespace HwToken.Device.Requests;

/// <summary>Which command each state takes. README.md beside this folder has the table; its tests keep them together.</summary>
public static class CommandRules
{
    /// <param name="isBusy">
    /// A request waits for the owner or for a time step, a PIN is being entered, or the self-test is on the screen.
    /// </param>
    /// <param name="fault">Why the storage cannot be believed; Ok if it can.</param>
    /// <param name="isLocked">The token has a PIN, and it has not been given.</param>
    /// <param name="isBlocked">It cannot be given any more.</param>
    /// <returns>Ok if the command is to be looked at; otherwise how it is refused.</returns>
    public static Status Check(Command command, bool isBusy, Status fault, bool isLocked, bool isBlocked)
    {
        switch (command)
        {
            case Command.Hello:
            case Command.Info:
            case Command.Cancel:
                return Status.Ok;

            case Command.GetClock:
                return isLocked ? Status.Locked : Status.Ok;

            case Command.ListAccounts:
            case Command.ListComparisons:
            case Command.ReadAudit:
                return Refusal(fault, isLocked);

            case Command.Wipe:
                // Of a blocked token nothing else is left to do.
                if (isLocked && !isBlocked)
                {
                    return Status.Locked;
                }

                return isBusy ? Status.Busy : Status.Ok;

            case Command.Unlock:
                if (fault != Status.Ok)
                {
                    return fault;
                }

                return isBusy ? Status.Busy : Status.Ok;

            case Command.EnterPin:
                // Whether it is expected, LetterEntry knows.
                return fault;

            case Command.PutAccount:
            case Command.RenameAccount:
            case Command.DeleteAccount:
            case Command.GetCode:
            case Command.SetClock:
            case Command.CompareClock:
            case Command.AdjustClock:
            case Command.SetPin:
            case Command.RemovePin:
            case Command.Lock:
            case Command.Seal:
            case Command.Drill:
                Status refusal = Refusal(fault, isLocked);
                if (refusal != Status.Ok)
                {
                    return refusal;
                }

                return isBusy ? Status.Busy : Status.Ok;

            default:
                return Status.UnknownCommand;
        }
    }

    /// <summary>What a seal makes of the answer: whatever is not on this list is refused, busy or not.</summary>
    /// <param name="allowed">What <see cref="Check"/> has said.</param>
    public static Status CheckSealed(Command command, Status allowed)
    {
        if (allowed != Status.Ok && allowed != Status.Busy)
        {
            return allowed;
        }

        switch (command)
        {
            case Command.Hello:
            case Command.Info:
            case Command.Cancel:
            case Command.ListAccounts:
            case Command.GetClock:
            case Command.CompareClock:
            case Command.AdjustClock:
            case Command.ListComparisons:
            case Command.Unlock:
            case Command.EnterPin:
            case Command.Lock:
            case Command.ReadAudit:
            case Command.Drill:
                return allowed;

            case Command.Seal:
                return Status.AlreadySealed;

            default:
                return Status.Sealed;
        }
    }

    private static Status Refusal(Status fault, bool isLocked) => isLocked ? Status.Locked : fault;
}
