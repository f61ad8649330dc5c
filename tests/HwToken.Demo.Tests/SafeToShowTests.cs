namespace HwToken.Demo.Tests;

public class SafeToShowTests
{
    [Fact]
    public void Lines_Credentials_CutTheSecretPartsShortAndKeepTheRest()
    {
        const string Json =
            """{"Version":1,"AccessKeyId":"ASIAEXAMPLE","SecretAccessKey":"wJalrXUtnFEMI","SessionToken":"IQoJb3JpZ2lu","Expiration":"2027-01-15T08:00:00Z"}""";

        Assert.Equal(
            [
                "Version          1",
                "AccessKeyId      ASIAEXAMPLE",
                "SecretAccessKey  wJal... (13 characters)",
                "SessionToken     IQoJ... (12 characters)",
                "Expiration       2027-01-15T08:00:00Z",
            ],
            SafeToShow.Lines(Json));
    }
}
