using System.Runtime.InteropServices;

namespace HwToken.Virtual.Posix;

internal static class PosixFailure
{
    /// <summary>Of the call just made.</summary>
    internal static IOException Last(string what) => new($"{what}: {Text(Marshal.GetLastPInvokeError())}");

    internal static string Text(int error) => Marshal.GetPInvokeErrorMessage(error);
}
