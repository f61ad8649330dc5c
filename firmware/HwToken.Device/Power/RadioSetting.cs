using HwToken.Core.Protocol;

namespace HwToken.Device.Power;

/// <summary>
/// What the runtime on an ESP32 keeps about Wi-Fi, and obeys when it starts, before the program does: a block for the
/// station and one for the access point.
/// </summary>
/// <remarks>
/// nf-interpreter a3e8139: the blocks are packed structures, HAL_Configuration_Wireless80211 and
/// HAL_Configuration_WirelessAP (src/HAL/Include/nanoHAL_Network.h). Wi-Fi is initialized and started if the option
/// <see cref="Enable"/> is in either of them, and not otherwise (targets/ESP32/_Network/NF_ESP32_Wireless.cpp,
/// NF_ESP32_CheckExpectedWifiMode and NF_ESP32_InitaliseWifi). Without a block the runtime makes a station's with
/// Wi-Fi on (targets/ESP32/_common/targetHAL_ConfigurationManager.cpp, InitialiseWirelessDefaultConfig).
/// </remarks>
public static class RadioSetting
{
    /// <summary>Marker 4, id 4, authentication, encryption, radio, name 32, password 64, options.</summary>
    public const int StationLength = 108;

    /// <summary>The same, channel and number of clients.</summary>
    public const int AccessPointLength = 110;

    /// <summary>Where the byte with the options is, in both.</summary>
    public const int OptionsAt = 107;

    private const byte Disable = 1;
    private const byte Enable = 2;

    /// <summary>Whether a block has Wi-Fi started.</summary>
    /// <param name="count">Bytes that were read of it.</param>
    public static RadioState Read(byte[] block, int count)
    {
        bool isStation = count == StationLength && block[0] == 'W' && block[1] == 'N' && block[2] == '1';
        bool isAccessPoint = count == AccessPointLength && block[0] == 'A' && block[1] == 'P' && block[2] == '1';
        if (!isStation && !isAccessPoint)
        {
            // Another version's, or none: nothing is known, and nothing is to be written.
            return RadioState.Unknown;
        }

        return (block[OptionsAt] & Enable) == 0 ? RadioState.Off : RadioState.On;
    }

    /// <summary>Makes a block one that leaves Wi-Fi off. What else is in it stays.</summary>
    /// <param name="block">One that <see cref="Read"/> knows.</param>
    public static void SwitchOff(byte[] block)
    {
        block[OptionsAt] = Disable;
    }

    /// <summary>What two blocks have made of the radio together.</summary>
    public static RadioState Of(RadioState station, RadioState accessPoint)
    {
        if (station == RadioState.On || accessPoint == RadioState.On)
        {
            return RadioState.On;
        }

        return station == RadioState.Off && accessPoint == RadioState.Off ? RadioState.Off : RadioState.Unknown;
    }
}
