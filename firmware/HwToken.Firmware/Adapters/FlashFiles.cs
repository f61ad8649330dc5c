using System;
using System.IO;
using HwToken.Device.Ports;
using HwToken.Device.Storage;

namespace HwToken.Firmware.Adapters;

/// <summary>A folder of the littlefs volume <c>I:</c>, which lies in the image's partition <c>config</c>.</summary>
/// <remarks>
/// What <see cref="IFiles"/> asks, and where it is kept: a stream's writes go to littlefs at once but become the file's
/// content when the stream is closed (nf-interpreter's littlefs driver writes and closes through the C library, whose
/// file littlefs commits when it is closed); <see cref="File.Move"/> is littlefs' rename, one commit, or where that reports
/// an error a copy and a removal; a failed close throws. <see cref="FileStream.Flush"/> is of no use here: it empties the C library's buffer and commits nothing.
/// The stream that was read last stays open, because an account is read in many calls and opening costs more than
/// reading.
/// </remarks>
internal sealed class FlashFiles : IFiles
{
    /// <summary>A separate folder: nanoFramework keeps files in the volume's root.</summary>
    private const string Folder = "I:\\hwtoken";

    private const int Missing = -1;
    private const int Unreadable = -2;

    private FileStream _writer;
    private FileStream _reader;
    private string _readerName;

    public bool Exists(string name) => File.Exists(PathOf(name));

    public int Read(string name, int position, byte[] buffer, int count)
    {
        try
        {
            if (name != _readerName)
            {
                CloseReader();
                if (!Exists(name))
                {
                    return Missing;
                }

                _reader = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read);
                _readerName = name;
            }

            _reader.Seek(position, SeekOrigin.Begin);
            int read = _reader.Read(buffer, 0, count);
            return read < 0 ? 0 : read;
        }
        catch (Exception)
        {
            CloseReader();
            return Unreadable;
        }
    }

    public bool Create(string name)
    {
        try
        {
            CloseReader();
            if (!Directory.Exists(Folder))
            {
                Directory.CreateDirectory(Folder);
            }

            _writer = new FileStream(PathOf(name), FileMode.Create, FileAccess.Write);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public bool Append(byte[] buffer, int offset, int count)
    {
        try
        {
            _writer.Write(buffer, offset, count);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public bool Close()
    {
        FileStream writer = _writer;
        _writer = null;
        try
        {
            writer.Close();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public bool Delete(string name)
    {
        try
        {
            CloseReader();
            if (Exists(name))
            {
                File.Delete(PathOf(name));
            }

            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public bool Rename(string name, string newName)
    {
        try
        {
            CloseReader();
            File.Move(PathOf(name), PathOf(newName));
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public bool DeleteAllBut(string name)
    {
        try
        {
            CloseReader();
            string[] paths = Directory.GetFiles(Folder);
            for (int i = 0; i < paths.Length; i++)
            {
                string other = Path.GetFileName(paths[i]);
                if (other != name)
                {
                    File.Delete(PathOf(other));
                }
            }

            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static string PathOf(string name) => Folder + "\\" + name;

    private void CloseReader()
    {
        FileStream reader = _reader;
        _reader = null;
        _readerName = null;
        if (reader != null)
        {
            reader.Close();
        }
    }
}
