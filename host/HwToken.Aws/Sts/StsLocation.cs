namespace HwToken.Aws.Sts;

/// <summary>Which STS: the region's own, or one at an address that somebody named.</summary>
internal static class StsLocation
{
    private const int MaxRegionLength = 32;

    /// <summary>The region to ask where nobody named one. Every one of them is switched on in every account.</summary>
    public static string DefaultRegion(string partition) => partition switch
    {
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        "aws-iso" => "us-iso-east-1",
        "aws-iso-b" => "us-isob-east-1",
        "aws-iso-e" => "eu-isoe-west-1",
        "aws-iso-f" => "us-isof-south-1",
        "aws-eusc" => "eusc-de-east-1",
        _ => "us-east-1",
    };

    /// <summary>A region becomes part of a host name: what cannot be one goes no further.</summary>
    /// <exception cref="AwsException">It is not the name of a region.</exception>
    public static string CheckRegion(string region) =>
        region.Length <= MaxRegionLength
        && region.Contains('-', StringComparison.Ordinal)
        && char.IsAsciiLetterLower(region[0])
        && region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? region
            : throw new AwsException(
                FailureKind.MalformedRegion, $"\"{region}\" is not the name of a region", "it looks like eu-central-1");

    /// <exception cref="AwsException">It is no URL, or session credentials would cross a network in clear text.</exception>
    public static string CheckEndpoint(string endpoint)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? url) || url.Scheme is not ("https" or "http"))
        {
            throw new AwsException(
                FailureKind.MalformedEndpoint,
                $"\"{endpoint}\" is not the URL of an endpoint",
                "it looks like https://sts.example.com");
        }

        return url.Scheme == "https" || url.IsLoopback
            ? url.AbsoluteUri
            : throw new AwsException(
                FailureKind.MalformedEndpoint,
                $"{endpoint} would send credentials in clear text",
                "use https, or http to this computer itself");
    }
}
