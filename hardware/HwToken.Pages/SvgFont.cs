namespace HwToken.Pages;

/// <param name="Size">Pixels.</param>
/// <param name="Color">As SVG writes it, such as #222222.</param>
public readonly record struct SvgFont(double Size, string Color, bool IsBold = false);
