using System.Xml.Linq;

namespace HwToken.Architecture.Tests.Firmware;

/// <summary>One of the chip's projects, as nanoFramework's Visual Studio extension builds them: one per assembly.</summary>
internal sealed class ClassicProject
{
    private static readonly XNamespace Msbuild = "http://schemas.microsoft.com/developer/msbuild/2003";

    private readonly string _folder;
    private readonly XDocument _project;

    private ClassicProject(string folder, string file)
    {
        _folder = Repository.PathOf("firmware", "HwToken.Firmware", folder);
        File = Path.Combine(folder, file);
        _project = XDocument.Load(Path.Combine(_folder, file));
        Packages = XDocument.Load(Path.Combine(_folder, "packages.config")).Descendants("package")
            .ToDictionary(package => package.Attribute("id")!.Value, package => package.Attribute("version")!.Value);
    }

    public static IReadOnlyList<ClassicProject> All { get; } =
    [
        new("Core", "HwToken.Core.nfproj"),
        new("State", "HwToken.Device.State.nfproj"),
        new("Device", "HwToken.Device.nfproj"),
        new("", "HwToken.Firmware.nfproj"),
    ];

    public static ClassicProject Program => All[^1];

    /// <summary>From the folder HwToken.Firmware.</summary>
    public string File { get; }

    /// <summary>The versions of packages.config, by id.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; }

    public string AssemblyName => Values("AssemblyName").Single();

    /// <summary>The .projitems that it compiles, as full paths.</summary>
    public IEnumerable<string> SourceLists => Includes("Import", "Project").Where(path => path.EndsWith(".projitems", StringComparison.Ordinal));

    /// <summary>The projects that it is built on, as full paths.</summary>
    public IEnumerable<string> Projects => Includes("ProjectReference", "Include");

    /// <summary>The files of packages that it refers to, from the folder that packages are restored to.</summary>
    public IEnumerable<string> Libraries => Values("HintPath").Select(path => path[(path.IndexOf("packages\\", StringComparison.Ordinal) + 9)..]);

    public string FullPath => Path.Combine(_folder, Path.GetFileName(File));

    public static ClassicProject Named(string folder) => All.Single(project => Path.GetDirectoryName(project.File) == folder);

    /// <summary>The C# version that it asks for.</summary>
    public string Language => Values("LangVersion").Single();

    private IEnumerable<string> Values(string element) => _project.Descendants(Msbuild + element).Select(e => e.Value);

    private IEnumerable<string> Includes(string element, string attribute) => _project.Descendants(Msbuild + element)
        .Select(e => e.Attribute(attribute)!.Value.Replace('\\', Path.DirectorySeparatorChar))
        .Where(path => !path.StartsWith("$(", StringComparison.Ordinal))
        .Select(path => Path.GetFullPath(path, _folder));
}
