using Microsoft.Win32.SafeHandles;

namespace HwToken.Cli;

/// <summary>stdin as it is: Console's own stream would switch a terminal to another mode, and leave it there.</summary>
internal static class StandardInput
{
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardInput();
        }

        try
        {
            return new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The caller has closed it, and most commands do without.
            return Stream.Null;
        }
    }
}
