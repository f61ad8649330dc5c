// Finds QR codes in a picture.
using HwToken.Paper.Text;
using ZXing;
using ZXing.Common;
using ZXing.Multi.QrCode.Internal;
using ZXing.QrCode.Internal;

namespace HwToken.Paper.Pictures;

/// <summary>Looks for QR codes (ISO/IEC 18004) in a picture, whichever way they are turned.</summary>
/// <remarks>
/// The library copies the picture and makes a string of what the code says. Neither can be cleared: they stay in this
/// process's memory until it ends, and go nowhere else.
/// </remarks>
internal static class QrFinder
{
    /// <summary>Pixels of the longer side at which most codes are found: enough for their modules, few for noise.</summary>
    private const double BestSide = 1000;

    // Below this side modules may be single pixels, which the search steps over; and the white margin may be cut off.
    private const int SmallSide = 600;
    private const int Enlargement = 3;
    private const int Margin = 8;

    // Of the library's binarizers the finest looks at squares of 8 pixels, 5 by 5 of them.
    private const int MinSide = 40;

    // A wall of the same code may be left at that.
    private const int MaxSightings = 16;

    // The search through all threes of finder patterns takes the cube of their number, and noise looks like many.
    private const int MaxPixelsForEach = 4_000_000;

    private static readonly Dictionary<DecodeHintType, object?> Hints = new()
    {
        // MultiDetector looks for it without asking whether it is there.
        [DecodeHintType.NEED_RESULT_POINT_CALLBACK] = null,
        [DecodeHintType.TRY_HARDER] = true,
        // Names of issuers are UTF-8 where a code says nothing else; guessing would depend on their letters.
        [DecodeHintType.CHARACTER_SET] = "UTF-8",
    };

    /// <summary>What the codes in a picture say.</summary>
    /// <returns>None, one, or two texts that differ: more are not looked for. The caller disposes of them.</returns>
    public static IReadOnlyList<SecretText> Find(GreyPicture picture, CancellationToken cancel)
    {
        List<GreyPicture> sizes = SizesOf(picture);
        try
        {
            var seen = new List<QrSighting>();
            // A second time with the first one painted over: which of two the search comes upon is chance.
            while (seen.Count < MaxSightings && FindOne(sizes, seen, cancel) is QrSighting sighting)
            {
                bool differs = seen.Count > 0 && !seen.Exists(s => s.Text == sighting.Text);
                seen.Add(sighting);
                if (differs)
                {
                    break;
                }
            }

            return [.. seen.Select(s => s.Text).Distinct().Select(text => SecretText.Of(text))];
        }
        finally
        {
            sizes.ForEach(size => size.Dispose());
        }
    }

    private static QrSighting? FindOne(List<GreyPicture> sizes, List<QrSighting> seen, CancellationToken cancel)
    {
        foreach (GreyPicture size in sizes)
        {
            seen.ForEach(sighting => sighting.PaintOver(size));
            var light = new PlanarYUVLuminanceSource(
                size.Pixels, size.Width, size.Height, 0, 0, size.Width, size.Height, reverseHoriz: false);
            // Dark on light; then light on dark, as in a program's night colours.
            foreach (LuminanceSource source in new[] { light, light.invert() })
            {
                Binarizer[] binarizers = [new HybridBinarizer(source), new GlobalHistogramBinarizer(source)];
                foreach (Binarizer binarizer in binarizers)
                {
                    cancel.ThrowIfCancellationRequested();
                    if (binarizer.BlackMatrix is BitMatrix matrix && Decode(matrix, size) is QrSighting sighting)
                    {
                        return sighting;
                    }
                }
            }
        }

        return null;
    }

    private static QrSighting? Decode(BitMatrix matrix, GreyPicture size)
    {
        // The first takes the three most likely finder patterns, which may be of two codes; the second tries all threes.
        return First([new Detector(matrix).detect(Hints)])
            ?? (size.Pixels.Length <= MaxPixelsForEach ? First(DetectEach(matrix)) : null);

        QrSighting? First(DetectorResult?[] candidates) =>
            candidates.Select(candidate => Decode(candidate, size)).FirstOrDefault(sighting => sighting is not null);
    }

    private static DetectorResult[] DetectEach(BitMatrix matrix)
    {
        try
        {
            return new MultiDetector(matrix).detectMulti(Hints);
        }
        catch (ReaderException)
        {
            // Its way to say that there is none.
            return [];
        }
    }

    private static QrSighting? Decode(DetectorResult? candidate, GreyPicture size)
    {
        if (candidate is not { Points.Length: >= 3 })
        {
            return null;
        }

        DecoderResult? decoded = new Decoder().decode(candidate.Bits, Hints);
        return decoded?.Text is string text ? QrSighting.Of(text, candidate.Points, candidate.Bits.Width, size) : null;
    }

    /// <summary>The picture as it is, smaller and larger, the most promising first.</summary>
    private static List<GreyPicture> SizesOf(GreyPicture picture)
    {
        var sizes = new List<GreyPicture> { picture.Enlarged(1, Margin) };
        if (Math.Max(picture.Width, picture.Height) < SmallSide)
        {
            sizes.Add(picture.Enlarged(Enlargement, Margin));
        }

        while (Math.Min(sizes[^1].Width, sizes[^1].Height) >= 2 * MinSide
            && Math.Max(sizes[^1].Width, sizes[^1].Height) > SmallSide)
        {
            sizes.Add(sizes[^1].Halved());
        }

        return [.. sizes.OrderBy(size => Math.Abs(Math.Log(Math.Max(size.Width, size.Height) / BestSide)))];
    }
}

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
