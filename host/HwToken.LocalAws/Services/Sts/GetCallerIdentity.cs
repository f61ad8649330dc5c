using System.Xml;
using HwToken.LocalAws.Accounts;

namespace HwToken.LocalAws.Services.Sts;

/// <summary>Who the caller is. Everybody may ask.</summary>
internal sealed class GetCallerIdentity : IAction
{
    public string Name => "GetCallerIdentity";

    public void Run(ActionRequest request, XmlWriter result)
    {
        Principal principal = request.Caller.Principal;
        result.WriteElementString("Arn", principal.Arn);
        result.WriteElementString("UserId", principal.UserId);
        result.WriteElementString("Account", principal.AccountId);
    }
}
