using HwToken.Client.Ports;

namespace HwToken.Client.Tests.Peers;

/// <summary>A computer's /sys and /dev, with whatever a test plugs in.</summary>
internal sealed class UsbPorts(TempFolder folder)
{
    private int _devices;

    public IPortCatalog Catalog { get; } = new LinuxPortCatalog(folder["sys"], folder["dev"]);

    /// <summary>Plugs a bridge in, as its Linux driver shows it.</summary>
    /// <param name="target">What the port leads to, such as a pseudo-terminal.</param>
    /// <returns>The port's path.</returns>
    public string Plug(string name, string vendor, string product, string target, string? serial = null)
    {
        string device = $"devices/pci0000:00/usb1/1-{++_devices}";
        string tty = $"{device}/1-{_devices}:1.0/{name}/tty/{name}";
        Directory.CreateDirectory(folder["sys", tty]);
        Directory.CreateDirectory(folder["sys", "class/tty"]);
        Directory.CreateDirectory(folder["dev"]);
        Write(device, "idVendor", vendor);
        Write(device, "idProduct", product);
        Write(device, "product", $"bridge {_devices}");
        if (serial is not null)
        {
            Write(device, "serial", serial);
        }

        File.CreateSymbolicLink(folder["sys", "class/tty", name], $"../../{tty}");
        File.CreateSymbolicLink(folder["dev", name], target);
        return folder["dev", name];
    }

    private void Write(string device, string attribute, string value) =>
        File.WriteAllText(folder["sys", device, attribute], value + "\n");
}
