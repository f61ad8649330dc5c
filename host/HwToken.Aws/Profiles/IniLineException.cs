namespace HwToken.Aws.Profiles;

/// <summary>A line of an INI file that has no form.</summary>
/// <param name="line">Its number, counted from 1. Its text may be half of a secret, and goes no further.</param>
/// <param name="isAboveSections">It stands above the first section.</param>
internal sealed class IniLineException(int line, bool isAboveSections) : Exception
{
    public int Line => line;

    public bool IsAboveSections => isAboveSections;
}
