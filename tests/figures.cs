// Prints how easy the product is to read, in figures: how long its files are, and how many methods, files and changes of
// namespace a reader follows from `hwtoken credential-process` to the credentials.
//
//   dotnet build HwToken.sln && dotnet run tests/figures.cs [-- --list]
//
// The runtime itself lists every method that it compiled, in the order of the first call (DOTNET_JitDisasmSummary); the
// programs' PDB files say where each stands. Left out: constructors, accessors, lambdas, what the compiler
// generated, and the registration of the commands that were not asked for. A caller runs for real, against the virtual token and LocalAws.

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourcePath())!, ".."));
bool lists = args is ["--list"];
if (args.Length > 0 && !lists)
{
    Console.Error.WriteLine("figures: unknown arguments");
    Console.Error.WriteLine("hint: dotnet run tests/figures.cs [-- --list]; --list also prints each method and its file");
    return 2;
}

PrintFiles(root);
string folder = Directory.CreateTempSubdirectory("hwtoken-figures-").FullName;
try
{
    using var desk = new Desk(root, folder);
    var catalog = new MethodCatalog(Path.GetDirectoryName(desk.HwToken)!);
    Print("uncached credential-process (goal: 90 methods, 40 files)", desk.Trace("uncached"), catalog, root, lists);
    Print("cached credential-process (goal: 30 methods, 15 files)", desk.Trace("cached"), catalog, root, lists);
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return 0;

static string SourcePath([CallerFilePath] string path = "") => path;

static void PrintFiles(string root)
{
    int[] lengths = [.. from part in new[] { "shared", "firmware", "host", "hardware" }
                        from path in Directory.EnumerateFiles(Path.Combine(root, part), "*.cs", SearchOption.AllDirectories)
                        where !path.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj")
                        let length = File.ReadLines(path).Count()
                        orderby length
                        select length];
    Console.WriteLine($"product files: {lengths.Length}, median {lengths[lengths.Length / 2]} lines, {lengths.Count(l => l < 30)} below 30, longest {lengths[^1]} (goal: 470, median 65)");
}

static void Print(string title, IReadOnlyList<JittedMethod> run, MethodCatalog catalog, string root, bool lists)
{
    List<SourceMethod> methods = [.. run.Select(catalog.Find).OfType<SourceMethod>().Distinct().Where(m => !m.IsOtherRegistration)];
    int changes = methods.Zip(methods.Skip(1)).Count(pair => pair.First.Namespace != pair.Second.Namespace);
    Console.WriteLine($"{title}: {methods.Count} methods in {methods.Select(m => m.File).Distinct().Count()} files, {changes} changes of namespace");
    foreach (SourceMethod method in lists ? methods : [])
    {
        Console.WriteLine($"  {method.Type}.{method.Name}  {Path.GetRelativePath(root, method.File)}");
    }
}

/// <param name="Type">Full name, nested types behind +, without type arguments.</param>
internal sealed record JittedMethod(string Type, string Name);

/// <summary>A method as it was written: overloads are one.</summary>
internal sealed record SourceMethod(string Namespace, string Type, string Name, string File)
{
    /// <summary>Each command builds its options at every start; a reader of credential-process skips those of the others.</summary>
    public bool IsOtherRegistration => 
        (Name.StartsWith("Create", StringComparison.Ordinal)
            && Type.EndsWith("Command", StringComparison.Ordinal) && Type != "CredentialProcessCommand")
        || (Name == "AddTo" && Type.EndsWith("Options", StringComparison.Ordinal) && Type is not ("SessionOptions" or "GlobalOptions"));
}

/// <summary>Which methods of the product stand in which file, by the PDB files that the compiler wrote.</summary>
internal sealed partial class MethodCatalog
{
    private readonly Dictionary<JittedMethod, SourceMethod> _methods = [];

    public MethodCatalog(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*.dll").Where(p => ProductAssembly().IsMatch(Path.GetFileName(p))))
        {
            Read(path);
        }
    }

    public SourceMethod? Find(JittedMethod method) => _methods.GetValueOrDefault(method);

    private void Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        using MetadataReaderProvider provider =
            MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(PdbOf(file)));
        (MetadataReader code, MetadataReader pdb) = (file.GetMetadataReader(), provider.GetMetadataReader());
        foreach (MethodDefinitionHandle handle in code.MethodDefinitions)
        {
            MethodDebugInformation lines = pdb.GetMethodDebugInformation(handle);
            DocumentHandle document = lines.Document.IsNil
                ? lines.SequencePointsBlob.IsNil ? default : lines.GetSequencePoints().First().Document
                : lines.Document;
            MethodDefinition method = code.GetMethodDefinition(handle);
            (string space, string type) = NameOf(code, method.GetDeclaringType());
            string name = code.GetString(method.Name);
            if (document.IsNil || Written(type, name) is not { } written)
            {
                continue;
            }

            string source = pdb.GetString(pdb.GetDocument(document).Name);
            if (!source.Contains("/obj/", StringComparison.Ordinal))
            {
                _methods[new($"{space}.{type}", name)] = new(space, written.Type, written.Name, source);
            }
        }
    }

    private static string PdbOf(PEReader file) => file.ReadDebugDirectory()
        .Where(entry => entry.Type == DebugDirectoryEntryType.CodeView)
        .Select(entry => file.ReadCodeViewDebugDirectoryData(entry).Path)
        .First();

    /// <summary>The method that stands in the source; null for constructors, accessors, lambdas and what the compiler wrote.</summary>
    private static (string Type, string Name)? Written(string type, string name)
    {
        if (StateMachine().Match(type) is { Success: true } machine)
        {
            return name == "MoveNext" && !machine.Groups["of"].Value.StartsWith('<')
                ? (machine.Groups["type"].Value, machine.Groups["of"].Value)
                : null;
        }

        return type.Contains('<', StringComparison.Ordinal) || name.StartsWith('<') || ConstructorOrAccessor().IsMatch(name) ? null : (type, name);
    }

    private static (string Namespace, string Type) NameOf(MetadataReader code, TypeDefinitionHandle handle)
    {
        TypeDefinition type = code.GetTypeDefinition(handle);
        string name = code.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
        {
            (string space, string outerName) = NameOf(code, outer);
            return (space, $"{outerName}+{name}");
        }

        return (code.GetString(type.Namespace), name);
    }

    [GeneratedRegex(@"^(hwtoken|HwToken\..+)\.dll$")]
    private static partial Regex ProductAssembly();

    [GeneratedRegex(@"^(?<type>.+)\+<(?<of>.*)>d__\d+(`\d+)?$")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"^\.c?ctor$|^(get|set|init|add|remove|op)_")]
    private static partial Regex ConstructorOrAccessor();
}

/// <summary>A user's desk in a folder: a token with an account, an STS, a profile's keys, and hwtoken to be traced.</summary>
internal sealed partial class Desk : IDisposable
{
    private const string Serial = "arn:aws:iam::123456789012:mfa/alice";
    private const string Seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;
    private readonly Process _aws;
    private readonly Process _token;

    public Desk(string root, string folder)
    {
        _folder = folder;
        HwToken = Built(root, "host/HwToken.Cli", "hwtoken");
        _environment = new()
        {
            ["HOME"] = folder,
            ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
            ["AWS_REGION"] = "eu-central-1",
        };
        File.WriteAllText(
            Path.Combine(folder, "aws.json"),
            $$"""
            {"account":"123456789012","users":[{"name":"alice",
             "accessKeys":[{"id":"AKIAFIGURESFIGURES12","secret":"for-the-figures-and-for-nothing-else"}],
             "mfaDevices":[{"serialNumber":"{{Serial}}","base32Seed":"{{Seed}}"}]}]}
            """);
        Directory.CreateDirectory(Path.Combine(folder, ".aws"));
        File.WriteAllText(
            Path.Combine(folder, ".aws", "credentials"),
            """
            [keys]
            aws_access_key_id = AKIAFIGURESFIGURES12
            aws_secret_access_key = for-the-figures-and-for-nothing-else

            """);
        _aws = Start(Built(root, "host/HwToken.LocalAws", "hwtoken-local-aws"), "--listen", "127.0.0.1:0", "--config", Path.Combine(folder, "aws.json"));
        _environment["AWS_ENDPOINT_URL_STS"] = _aws.StandardOutput.ReadLine()!["listening on ".Length..];
        int port = FreePort();
        _environment["HWTOKEN_PORT"] = $"tcp:127.0.0.1:{port}";
        _token = Start(
            Built(root, "firmware/HwToken.Virtual", "hwtoken-virtual"),
            "--link", _environment["HWTOKEN_PORT"], "--state", Path.Combine(folder, "token.state"),
            "--button", "auto", "--clock-offset", "0", "--screen", "none");
        while (!CanConnect(port))
        {
            Thread.Sleep(50);
        }

        Run([], Seed, "accounts", "add", Serial, "--secret-stdin");
    }

    public string HwToken { get; }

    /// <summary>The methods of a credential-process, in the order in which they first ran.</summary>
    public IReadOnlyList<JittedMethod> Trace(string title)
    {
        string list = Path.Combine(_folder, title + ".jit");
        string credentials = Run(
            new() { ["DOTNET_JitStdOutFile"] = list, ["DOTNET_JitDisasmSummary"] = "1", ["DOTNET_TieredCompilation"] = "0" },
            "", "credential-process", "--source-profile", "keys", "--mfa-serial", Serial);
        using JsonDocument parsed = JsonDocument.Parse(credentials);
        _ = parsed.RootElement.GetProperty("SessionToken");
        return [.. File.ReadLines(list).Select(line => Compiled().Match(line)).Where(m => m.Success)
            .Select(m => new JittedMethod(TypeArguments().Replace(m.Groups["type"].Value, ""), m.Groups["name"].Value))];
    }

    public void Dispose()
    {
        foreach (Process process in new[] { _aws, _token })
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }

    private string Run(Dictionary<string, string> environment, string input, params string[] arguments)
    {
        using Process process = Start(HwToken, arguments, environment);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"hwtoken {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    private Process Start(string program, params string[] arguments) => Start(program, arguments, []);

    private Process Start(string program, string[] arguments, Dictionary<string, string> more)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = _folder,
        };
        start.Environment.Clear();
        foreach ((string name, string value) in _environment.Concat(more))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static string Built(string root, string project, string name)
    {
        string path = Path.Combine(root, project, "bin", "Debug", "net10.0", name);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is missing: run dotnet build HwToken.sln first");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool CanConnect(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"JIT compiled (?<type>HwToken\.[^:]+):(?<name>[^\[(]+)")]
    private static partial Regex Compiled();

    [GeneratedRegex(@"\[.*\]")]
    private static partial Regex TypeArguments();
}
