using HwToken.LocalAws.Accounts;
using HwToken.LocalAws.Sessions;

namespace HwToken.LocalAws.Services.Sts;

/// <summary>The AWS Security Token Service. An action more is a file beside this one and a line here.</summary>
internal static class StsService
{
    internal static AwsService Create(Account account, SessionTokens tokens) => new(
        "sts",
        "2011-06-15",
        "https://sts.amazonaws.com/doc/2011-06-15/",
        new AssumeRole(account, tokens),
        new GetCallerIdentity(),
        new GetSessionToken(tokens));
}
