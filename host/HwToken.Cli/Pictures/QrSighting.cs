using ZXing;

namespace HwToken.Cli.Pictures;

/// <summary>A QR code that was read, and where it stands, in parts of the picture's width and height.</summary>
/// <param name="Origin">The outer corner at the finder pattern that has no finder pattern opposite to it.</param>
/// <param name="Across">From there along the code's upper side, whichever way that is turned.</param>
/// <param name="Down">From there along its left side.</param>
internal sealed record QrSighting(
    string Text, (double X, double Y) Origin, (double X, double Y) Across, (double X, double Y) Down)
{
    /// <summary>From the outside of a finder pattern to its centre, in modules (ISO/IEC 18004, section 6.3.3).</summary>
    private const double FinderCentre = 3.5;

    /// <param name="points">The centres of the finder patterns: lower left, upper left, upper right.</param>
    /// <param name="modules">Along each side of the code.</param>
    public static QrSighting Of(string text, ResultPoint[] points, int modules, GreyPicture size)
    {
        (double X, double Y) left = At(points[0]), corner = At(points[1]), right = At(points[2]);
        // From centre to centre there are fewer modules than from side to side.
        double whole = modules / (modules - (2 * FinderCentre));
        double outside = FinderCentre / (modules - (2 * FinderCentre));
        (double X, double Y) across = (right.X - corner.X, right.Y - corner.Y), down = (left.X - corner.X, left.Y - corner.Y);
        return new QrSighting(
            text,
            (corner.X - (outside * (across.X + down.X)), corner.Y - (outside * (across.Y + down.Y))),
            (across.X * whole, across.Y * whole),
            (down.X * whole, down.Y * whole));

        (double X, double Y) At(ResultPoint point) => (point.X / size.Width, point.Y / size.Height);
    }

    /// <summary>Makes the code unreadable, and nothing beside it.</summary>
    public void PaintOver(GreyPicture picture)
    {
        // Solves for the two coordinates along the sides; the determinant is not zero where a code was read.
        double determinant = (Across.X * Down.Y) - (Across.Y * Down.X);
        for (int y = 0; y < picture.Height; y++)
        {
            Span<byte> row = picture.Row(y);
            double dy = ((y + 0.5) / picture.Height) - Origin.Y;
            for (int x = 0; x < row.Length; x++)
            {
                double dx = ((x + 0.5) / picture.Width) - Origin.X;
                double across = ((dx * Down.Y) - (dy * Down.X)) / determinant;
                double down = ((dy * Across.X) - (dx * Across.Y)) / determinant;
                if (across is >= 0 and <= 1 && down is >= 0 and <= 1)
                {
                    row[x] = GreyPicture.White;
                }
            }
        }
    }
}
