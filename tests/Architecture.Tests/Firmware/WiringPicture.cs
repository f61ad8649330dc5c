using System.Text;

namespace HwToken.Architecture.Tests.Firmware;

/// <summary>The wiring table as a picture in text, as firmware/README.md shows it.</summary>
internal static class WiringPicture
{
    public static string Draw(IReadOnlyList<Wiring.Wire> wires)
    {
        var text = new StringBuilder("ESP32   S3   net\n");
        foreach (IGrouping<string, Wiring.Wire> net in wires.GroupBy(w => w.Net))
        {
            string head = $"{net.First().Esp32,4} {net.First().Esp32S3,5}   {net.Key,-13} ";
            string joint = net.Count() > 1 ? "--+-- " : "----- ";
            foreach (Wiring.Wire wire in net)
            {
                string remark = wire.Remark.Length > 0 ? $" ({wire.Remark})" : "";
                text.AppendJoin("", head, joint, wire.Part, " ", wire.PartPin, remark, "\n");
                head = new string(' ', head.Length);
                joint = "  +-- ";
            }
        }

        return text.ToString();
    }
}
