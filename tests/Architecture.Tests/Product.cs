using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace HwToken.Architecture.Tests;

/// <summary>One of the product's projects: its project file, its sources, and what its assembly really uses.</summary>
internal sealed class Product
{
    private readonly XDocument _project;

    private Product(string folder, string assembly)
    {
        Name = Path.GetFileName(folder);
        Folder = folder;
        _project = XDocument.Load(Path.Combine(folder, Name + ".csproj"));
        AssemblyFile = Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
        using var file = new PEReader(File.OpenRead(AssemblyFile));
        MetadataReader metadata = file.GetMetadataReader();
        UsedTypes = metadata.TypeReferences.Select(h => FullName(metadata, h)).ToHashSet();
        UsedMembers = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(m => m.Parent.Kind == HandleKind.TypeReference)
            .Select(m => $"{FullName(metadata, (TypeReferenceHandle)m.Parent)}:{metadata.GetString(m.Name)}")
            .ToHashSet();
        NativeLibraries = Enumerable.Range(1, metadata.GetTableRowCount(TableIndex.ModuleRef))
            .Select(row => metadata.GetModuleReference(MetadataTokens.ModuleReferenceHandle(row)))
            .Select(module => metadata.GetString(module.Name))
            .ToHashSet();
    }

    public static IReadOnlyList<Product> All { get; } =
    [
        new(Repository.PathOf("shared", "HwToken.Core"), "HwToken.Core"),
        new(Repository.PathOf("firmware", "HwToken.Device"), "HwToken.Device"),
        new(Repository.PathOf("firmware", "HwToken.Virtual"), "hwtoken-virtual"),
        new(Repository.PathOf("host", "HwToken.Base"), "HwToken.Base"),
        new(Repository.PathOf("host", "HwToken.Client"), "HwToken.Client"),
        new(Repository.PathOf("host", "HwToken.Aws"), "HwToken.Aws"),
        new(Repository.PathOf("host", "HwToken.Paper"), "HwToken.Paper"),
        new(Repository.PathOf("host", "HwToken.Cli"), "hwtoken"),
        new(Repository.PathOf("host", "HwToken.LocalAws"), "hwtoken-local-aws"),
        new(Repository.PathOf("host", "HwToken.Demo"), "hwtoken-demo"),
        new(Repository.PathOf("hardware", "HwToken.Pages"), "HwToken.Pages"),
        new(Repository.PathOf("hardware", "HwToken.PowerBudget"), "hwtoken-power-budget"),
        new(Repository.PathOf("hardware", "HwToken.Schematic"), "hwtoken-schematic"),
        new(Repository.PathOf("hardware", "HwToken.Wiring"), "hwtoken-wiring"),
        new(Repository.PathOf("hardware", "HwToken.Enclosure"), "hwtoken-enclosure"),
    ];

    public string Name { get; }

    public string Folder { get; }

    public string AssemblyFile { get; }

    public bool IsExecutable => _project.Descendants("OutputType").Any(e => e.Value == "Exe");

    public IEnumerable<string> Projects =>
        Includes("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    public IEnumerable<string> Packages => Includes("PackageReference");

    /// <summary>Full names of the types that the compiled code refers to in other assemblies.</summary>
    public IReadOnlySet<string> UsedTypes { get; }

    /// <summary>The members of those types that it calls or reads, as Namespace.Type:Member.</summary>
    public IReadOnlySet<string> UsedMembers { get; }

    /// <summary>Native libraries that the compiled code calls.</summary>
    public IReadOnlySet<string> NativeLibraries { get; }

    public IEnumerable<string> Sources => SourcesBelow(Folder);

    public static Product Named(string name) => All.Single(p => p.Name == name);

    public static IEnumerable<string> SourcesBelow(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path[folder.Length..].Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    public override string ToString() => Name;

    private IEnumerable<string> Includes(string element) =>
        _project.Descendants(element).Select(e => (string?)e.Attribute("Include")).OfType<string>();

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);
    }
}
