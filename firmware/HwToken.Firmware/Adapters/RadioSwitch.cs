using System;
using System.IO;
using HwToken.Core.Protocol;
using HwToken.Device.Power;

namespace HwToken.Firmware.Adapters;

/// <summary>Keeps the chip's radio off: the runtime starts it before the program, as two files of its own tell it.</summary>
/// <remarks>
/// nf-interpreter a3e8139, targets/ESP32/_common/targetHAL_ConfigStorageLittlefs.c, ConfigStorage_GetConfigFileName, says
/// where they are; <see cref="RadioSetting"/> what is in them. One byte of a file is changed, and littlefs keeps the old
/// content until the file is closed.
/// </remarks>
internal static class RadioSwitch
{
    private const string Station = "I:\\con_WN1_0.sys";
    private const string AccessPoint = "I:\\con_AP1_0.sys";

    /// <returns>What the radio has been since the board started. If it was on, it is off from the next start on.</returns>
    public static RadioState TurnOff()
    {
        byte[] block = new byte[RadioSetting.AccessPointLength + 1];
        RadioState station = Read(Station, block);
        RadioState accessPoint = Read(AccessPoint, block);
        RadioState state = RadioSetting.Of(station, accessPoint);
        if (state != RadioState.On)
        {
            return state;
        }

        bool isOff = (station != RadioState.On || TurnOff(Station, block))
            && (accessPoint != RadioState.On || TurnOff(AccessPoint, block));
        return isOff ? RadioState.OffAfterRestart : RadioState.On;
    }

    private static bool TurnOff(string path, byte[] block)
    {
        try
        {
            if (Read(path, block) != RadioState.On)
            {
                return false;
            }

            RadioSetting.SwitchOff(block);
            using (FileStream file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Seek(RadioSetting.OptionsAt, SeekOrigin.Begin);
                file.Write(block, RadioSetting.OptionsAt, 1);
            }
        }
        catch (Exception)
        {
            // What the file holds now decides.
        }

        return Read(path, block) == RadioState.Off;
    }

    private static RadioState Read(string path, byte[] block)
    {
        try
        {
            if (!File.Exists(path))
            {
                return RadioState.Unknown;
            }

            using (FileStream file = new FileStream(path, FileMode.Open, FileAccess.Read))
            {
                return RadioSetting.Read(block, file.Read(block, 0, block.Length));
            }
        }
        catch (Exception)
        {
            return RadioState.Unknown;
        }
    }
}
