using System.Reflection;
using System.Runtime.CompilerServices;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Sessions;
using HwToken.Base;

namespace HwToken.Aws.Tests;

/// <summary>A record prints all that it has, unless it is told otherwise: these are.</summary>
public class SecretTests
{
    private static readonly string[] Secrets = ["SecretAccessKey", "SessionToken", "Digits"];

    public static TheoryData<Type> TypesWithSecrets =>
        [.. typeof(SessionService).Assembly.GetTypes().Where(t => Secrets.Any(name => t.GetProperty(name) is not null))];

    [Theory]
    [MemberData(nameof(TypesWithSecrets))]
    public void ToString_TypeWithASecret_IsWrittenByHand(Type type)
    {
        MethodInfo method = type.GetMethod(nameof(ToString), Type.EmptyTypes)!;
        Assert.Equal(type, method.DeclaringType);
        Assert.Null(method.GetCustomAttribute<CompilerGeneratedAttribute>());
    }

    [Fact]
    public void ToString_EachOfThem_HasNoSecret()
    {
        object[] all =
        [
            new MfaCode("314159", 1, 2),
            new LongTermKey("AKIA", "hidden"),
            new SessionCredentials
            {
                AccessKeyId = "ASIA", SecretAccessKey = "hidden", SessionToken = "hidden", Expiration = DateTimeOffset.UnixEpoch,
            },
        ];
        Assert.All(all, one => Assert.DoesNotMatch("hidden|314159", one.ToString()));
    }
}
