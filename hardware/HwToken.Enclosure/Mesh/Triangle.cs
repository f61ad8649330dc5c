namespace HwToken.Enclosure.Mesh;

/// <summary>A facet; its corners run counterclockwise seen from outside.</summary>
public readonly record struct Triangle(Vector A, Vector B, Vector C)
{
    public IEnumerable<Vector> Corners => [A, B, C];

    /// <summary>Twice the area long, pointing outwards.</summary>
    public Vector Normal => (B - A).Cross(C - A);

    public bool IsDegenerate => A == B || B == C || C == A;
}
