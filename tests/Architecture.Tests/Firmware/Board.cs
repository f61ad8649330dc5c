namespace HwToken.Architecture.Tests.Firmware;

public enum Board
{
    Esp32DevKit,
    Esp32S3,
}
