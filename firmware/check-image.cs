// What a build for the chip has made, before it is flashed: dotnet run firmware/check-image.cs -- FOLDER
//
// FOLDER is the program's bin/Debug or bin/Release. Every .pe in it must be of the format that the 1.x runtime takes, and
// the image HwToken.Firmware.bin must be all of them, each whole, and nothing else. The runtime says nothing of an
// assembly that it does not take: it looks for the next one and starts without it (nf-interpreter a3e8139,
// src/CLR/Startup/CLRStartup.cpp, ContiguousBlockAssemblies; src/CLR/Core/TypeSystem.cpp, GoodHeader).
//
// Exit status 0 and a list of what is in the image, 1 and what is wrong, 2 where there is nothing to check.
using System.Buffers.Binary;

// nf-interpreter a3e8139, src/CLR/Include/nanoCLR_Types.h, CLR_RECORD_ASSEMBLY: marker 8, two CRCs, flags, checksum of
// the native half, patches, version 8, name 2, string table 2, then the offsets of 15 tables and of the end.
const string Marker = "NFMRK1";
const int ChecksumAt = 20;
const int LengthAt = 40 + (15 * 4);
const int HeaderLength = 124;

// The same, CLR_RECORD_ASSEMBLY in the image: each begins at a multiple of four bytes.
const int Alignment = 4;

if (args.Length != 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run firmware/check-image.cs -- FOLDER");
    return 2;
}

string imagePath = Path.Combine(args[0], "HwToken.Firmware.bin");
string[] files = [.. Directory.GetFiles(args[0], "*.pe").Order(StringComparer.Ordinal)];
if (files.Length == 0 || !File.Exists(imagePath))
{
    Console.Error.WriteLine($"no .pe files, or no HwToken.Firmware.bin, in {args[0]}");
    return 2;
}

byte[] image = File.ReadAllBytes(imagePath);
int expected = 0;
bool isGood = true;
foreach (string file in files)
{
    byte[] assembly = File.ReadAllBytes(file);
    string? fault = FaultOf(assembly) ?? (IndexIn(image, assembly) < 0 ? "not in the image" : null);
    string checksum = assembly.Length < HeaderLength ? "" : $"0x{BinaryPrimitives.ReadUInt32LittleEndian(assembly.AsSpan(ChecksumAt)):X8}";
    Console.WriteLine($"{Path.GetFileName(file),-50} {assembly.Length,7} {checksum} {fault}");
    expected += (assembly.Length + Alignment - 1) / Alignment * Alignment;
    isGood &= fault is null;
}

Console.WriteLine($"{"HwToken.Firmware.bin",-50} {image.Length,7}");
if (image.Length != expected)
{
    Console.WriteLine($"the image has {image.Length} bytes, its {files.Length} assemblies {expected}");
    isGood = false;
}

return isGood ? 0 : 1;

static string? FaultOf(byte[] assembly)
{
    if (assembly.Length < HeaderLength)
    {
        return "no assembly: shorter than a header";
    }

    string marker = System.Text.Encoding.ASCII.GetString(assembly, 0, Marker.Length);
    uint length = BinaryPrimitives.ReadUInt32LittleEndian(assembly.AsSpan(LengthAt));
    return marker != Marker ? $"marked {marker}: a 1.x runtime skips it"
        : length != assembly.Length ? $"says that it has {length} bytes"
        : null;
}

static int IndexIn(byte[] image, byte[] assembly)
{
    for (int at = 0; at + assembly.Length <= image.Length; at += Alignment)
    {
        if (image.AsSpan(at, assembly.Length).SequenceEqual(assembly))
        {
            return at;
        }
    }

    return -1;
}
