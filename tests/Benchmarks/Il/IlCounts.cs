namespace HwToken.Benchmarks.Il;

/// <summary>How many IL instructions ran, and how many of them are dearer than a local to an interpreter.</summary>
public sealed class IlCounts
{
    public int Instructions { get; set; }

    /// <summary>Calls of interpreted methods and of the platform's own.</summary>
    public int Calls { get; set; }

    /// <summary>Loads and stores of array elements, and taking an element's address.</summary>
    public int Elements { get; set; }

    /// <summary>Loads and stores of fields.</summary>
    public int Fields { get; set; }

    /// <summary>Objects and arrays that were made.</summary>
    public int Allocations { get; set; }
}
