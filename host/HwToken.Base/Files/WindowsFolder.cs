using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace HwToken.Base.Files;

/// <summary>Folders on Windows that are the user's alone, as mode 0700 makes them elsewhere.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsFolder
{
    /// <summary>
    /// Makes a folder, or takes everybody else out of the access list of one that is there. Files in it inherit the list.
    /// </summary>
    /// <exception cref="UnauthorizedAccessException">The folder is somebody else's.</exception>
    public static void MakePrivate(string path)
    {
        using WindowsIdentity identity = WindowsIdentity.GetCurrent();
        SecurityIdentifier user = identity.User!;
        var folder = new DirectoryInfo(path);
        if (!folder.Exists)
        {
            folder.Create(ListOf(user));
        }
        else if (!IsPrivate(folder, user))
        {
            folder.SetAccessControl(ListOf(user));
        }
    }

    /// <summary>Whether nobody but the user is in the list, and nobody gets into it from the folder above.</summary>
    private static bool IsPrivate(DirectoryInfo folder, SecurityIdentifier user)
    {
        DirectorySecurity security = folder.GetAccessControl(AccessControlSections.Access);
        return security.AreAccessRulesProtected
            && security.GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier))
                .Cast<FileSystemAccessRule>().All(rule => rule.IdentityReference.Equals(user));
    }

    private static DirectorySecurity ListOf(SecurityIdentifier user)
    {
        var security = new DirectorySecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(
            user,
            FileSystemRights.FullControl,
            InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit,
            PropagationFlags.None,
            AccessControlType.Allow));
        return security;
    }
}
