using System.Text;
using HwToken.LocalAws.Configuration;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Tests.Support;

namespace HwToken.LocalAws.Tests.Configuration;

public class ConfigJsonTests
{
    private const string Complete =
        """
        {
          "account": "123456789012",
          "root": { "accessKeys": [ { "id": "AKIAROOTROOTROOTROOT", "secret": "r" } ] },
          "users": [
            {
              "name": "alice",
              "accessKeys": [ { "id": "AKIAIOSFODNN7EXAMPLE", "secret": "s" } ],
              "mfaDevices": [ { "serialNumber": "arn:aws:iam::123456789012:mfa/alice", "base32Seed": "JBSWY3DP" } ]
            }
          ],
          "roles": [
            { "arn": "arn:aws:iam::123456789012:role/admin", "maxSessionDuration": 43200, "externalId": "42", "requireMfa": true },
            { "arn": "arn:aws:iam::123456789012:role/plain" }
          ]
        }
        """;

    [Fact]
    public void Parse_Complete_GivesEverything()
    {
        LocalAwsConfig config = Parse(Complete);
        Assert.Equal("123456789012", config.Account);
        Assert.Equal("AKIAROOTROOTROOTROOT", config.Root?.AccessKeys.Single().Id);

        UserConfig alice = Assert.Single(config.Users);
        Assert.Equal("alice", alice.Name);
        Assert.Equal(("AKIAIOSFODNN7EXAMPLE", "s"), (alice.AccessKeys.Single().Id, alice.AccessKeys.Single().Secret));
        Assert.Equal(
            (Sample.AliceDevice, "JBSWY3DP"), (alice.MfaDevices.Single().SerialNumber, alice.MfaDevices.Single().Base32Seed));

        Assert.Equal((Sample.AdminRole, 43200), (config.Roles[0].Arn, config.Roles[0].MaxSessionDuration));
        Assert.Equal(("42", true), (config.Roles[0].ExternalId, config.Roles[0].RequireMfa));
        Assert.Equal((3600, null, false), (config.Roles[1].MaxSessionDuration, config.Roles[1].ExternalId, config.Roles[1].RequireMfa));
    }

    [Fact]
    public void Parse_ByteOrderMark_IsSkipped() => Assert.Equal("123456789012", Parse("\uFEFF" + Complete).Account);

    [Theory]
    [InlineData("[]", "the configuration is wrong at $: a list", "give an object, in braces")]
    [InlineData("null", "the configuration is wrong at $: null", "give an object, in braces")]
    [InlineData("""{"account":12}""", "the configuration is wrong at $.account: a number", "give text, in quotes")]
    [InlineData("""{"users":{}}""", "the configuration is wrong at $.users: an object", "give a list, in brackets")]
    [InlineData("""{"users":[null]}""", "the configuration is wrong at $.users[0]: null", "give an object, in braces")]
    [InlineData(
        """{"users":[{},{"accessKeys":[{"id":true}]}]}""",
        "the configuration is wrong at $.users[1].accessKeys[0].id: true or false",
        "give text, in quotes")]
    [InlineData(
        """{"roles":[{"maxSessionDuration":"1h"}]}""",
        "the configuration is wrong at $.roles[0].maxSessionDuration: text",
        "give a number")]
    [InlineData(
        """{"roles":[{"maxSessionDuration":3600.5}]}""",
        "the configuration is wrong at $.roles[0].maxSessionDuration: a number",
        "give a whole number below 2^31")]
    [InlineData(
        """{"roles":[{"requireMfa":"yes"}]}""", "the configuration is wrong at $.roles[0].requireMfa: text", "give true or false")]
    [InlineData(
        """{"users":[{"mfaDevices":[{"seed":"JBSWY3DP"}]}]}""",
        "the configuration has an unknown name at $.users[0].mfaDevices[0].seed",
        "the names at $.users[0].mfaDevices[0] are serialNumber, base32Seed")]
    [InlineData(
        """{"account":"1","account":"2"}""", "the configuration says twice what $.account is", "keep one of them")]
    [InlineData(
        "{\n  \"account\": \"secret\" oops\n}",
        "the configuration is not JSON from line 2, byte 23 on",
        "look for a comma, a quote or a bracket there")]
    [InlineData(
        """{"account":"\ud800"}""", "the configuration has text that is not Unicode", "save it as UTF-8")]
    public void Parse_OfAnotherShape_SaysWhereAndWhatToDo(string json, string message, string hint)
    {
        var refusal = Assert.Throws<LocalAwsException>(() => Parse(json));
        Assert.Equal((message, hint), (refusal.Message, refusal.Hint));
    }

    [Fact]
    public void Load_NoSuchFile_NamesIt()
    {
        var refusal = Assert.Throws<LocalAwsException>(() => ConfigJson.Load("/nowhere/local-aws.json"));
        Assert.StartsWith("cannot read /nowhere/local-aws.json: ", refusal.Message, StringComparison.Ordinal);
    }

    private static LocalAwsConfig Parse(string json) => ConfigJson.Parse(Encoding.UTF8.GetBytes(json));
}
