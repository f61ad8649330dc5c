namespace HwToken.EndToEnd.Tests.Callers;

/// <summary>A program that gets a profile's credentials from an SDK, and asks STS whose they are.</summary>
/// <param name="scene">AWS_ENDPOINT_URL_STS of its environment leads to STS.</param>
/// <param name="profile">What AWS_PROFILE would be.</param>
/// <returns>The ARN on stdout.</returns>
internal delegate Task<Result> Caller(Scene scene, string profile);

/// <summary>One caller for each way that an SDK has to a profile.</summary>
internal static class AwsCallers
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(10);

    /// <summary>Version 2.</summary>
    public static Task<Result> AwsCli(Scene scene, string profile)
    {
        WriteEndpointRules(scene);
        return scene.WhoAmIAsync(profile);
    }

    public static Task<Result> Boto3(Scene scene, string profile)
    {
        WriteEndpointRules(scene);
        return Running.RunAsync(
            scene.Workspace, "/usr/bin/python3", Source("Python", "whoami.py"), profile, scene.Aws.Endpoint.ToString());
    }

    public static Task<Result> JavaScriptDefaultChain(Scene scene, string profile) => JavaScript(scene, "default", profile);

    public static Task<Result> JavaScriptFromIni(Scene scene, string profile) => JavaScript(scene, "ini", profile);

    public static Task<Result> JavaScriptFromProcess(Scene scene, string profile) => profile == Scene.RoleProfile
        ? JavaScript(scene, "process", Scene.Profile, Scene.Role)
        : JavaScript(scene, "process", profile);

    public static Task<Result> DotNetDefaultChain(Scene scene, string profile)
    {
        scene.Workspace.Environment["AWS_PROFILE"] = profile;
        return DotNet(scene, "default");
    }

    public static Task<Result> DotNetProfileChain(Scene scene, string profile) => DotNet(scene, "profiles", profile);

    public static Task<Result> Go1(Scene scene, string profile) => GoAsync(scene, "Go1", profile);

    public static Task<Result> Go2(Scene scene, string profile) => GoAsync(scene, "Go2", profile);

    private static Task<Result> JavaScript(Scene scene, params string[] arguments)
    {
        scene.Workspace.Environment["NODE_PATH"] = FactNeedingNodePackagesAttribute.NodePath!;
        return Running.RunAsync(
            scene.Workspace, ExternalTool.Find("node")!, [Source("JavaScript", "whoami.cjs"), .. arguments]);
    }

    private static Task<Result> DotNet(Scene scene, params string[] arguments) => Running.RunAsync(
        scene.Workspace, Environment.ProcessPath!, ["exec", typeof(DotNetCaller).Assembly.Location, .. arguments]);

    /// <summary>Built of Debian's sources, which come without modules; what is built once is kept beside the tests.</summary>
    private static async Task<Result> GoAsync(Scene scene, string name, string profile)
    {
        Dictionary<string, string> environment = scene.Workspace.Environment;
        environment["GO111MODULE"] = "off";
        environment["GOPATH"] = "/usr/share/gocode";
        environment["GOCACHE"] = Path.Combine(AppContext.BaseDirectory, "go-build");
        environment["AWS_PROFILE"] = profile;
        string program = scene.Workspace.PathOf(name);
        if (!File.Exists(program))
        {
            using Running build = Running.Start(scene.Workspace, ExternalTool.Find("go")!, "build", "-o", program, Source(name, "main.go"));
            Result built = await build.EndAsync(BuildLimit);
            Assert.True(built.Status == 0, built.Error);
        }

        return await Running.RunAsync(scene.Workspace, program);
    }

    /// <summary>
    /// Where botocore itself assumes a role, no argument leads to another STS, and Debian's version does not know
    /// AWS_ENDPOINT_URL_STS: a user's own models do (botocore.loaders).
    /// </summary>
    private static void WriteEndpointRules(Scene scene)
    {
        string folder = scene.Workspace.PathOf(".aws", "models", "sts", "2011-06-15");
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, "endpoint-rule-set-1.json"),
            $$"""
            {
              "version": "1.0",
              "parameters": {
                "Region": { "type": "String", "builtIn": "AWS::Region" },
                "Endpoint": { "type": "String", "builtIn": "SDK::Endpoint" }
              },
              "rules": [{ "type": "endpoint", "conditions": [], "endpoint": { "url": "{{scene.Aws.Endpoint.GetLeftPart(UriPartial.Authority)}}" } }]
            }
            """);
    }

    private static string Source(string folder, string file) =>
        Repository.PathOf("tests", "EndToEnd.Tests", "Callers", folder, file);
}
