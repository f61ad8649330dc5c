using System.Text;
using HwToken.LocalAws.Signing;

namespace HwToken.LocalAws.Tests.Signing;

public class SigningKeyTests
{
    // AWS General Reference, "Examples of how to derive a signing key for Signature Version 4".
    [Fact]
    public void Derive_ExampleOfTheDocumentation_GivesItsKey()
    {
        CredentialScope scope = new("20150830", "us-east-1", "iam");
        byte[] key = SigningKey.Derive(Encoding.ASCII.GetBytes("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), scope);
        Assert.Equal("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9", Convert.ToHexStringLower(key));
    }
}
