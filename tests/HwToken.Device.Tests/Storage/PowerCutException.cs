namespace HwToken.Device.Tests.Storage;

internal sealed class PowerCutException : Exception;
