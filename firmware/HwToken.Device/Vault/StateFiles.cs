using System;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Device.Crypto;
using HwToken.Device.Ports;

namespace HwToken.Device.Vault;

/// <summary>The state on storage: two files of the same content, of which the newest good one counts.</summary>
/// <remarks>
/// Two, because a token lies in a safe for years and flash forgets a bit now and then; and because one of them that
/// somebody exchanges for an older one is then no older state. Both are written in one transaction.
/// </remarks>
public sealed class StateFiles
{
    public const int Version = 2;

    public const string FirstName = "stateone";

    public const string SecondName = "statetwo";

    private const int HeaderLength = 4 + 1 + 4;
    private const int TagLength = 32;

    /// <summary>"HWTS".</summary>
    private const long Magic = 0x48575453;

    private readonly IStorage _storage;
    private readonly IHmac _hmac;
    private readonly KeyDerivation _kdf;
    private readonly TamperMemory _tamper;
    private readonly VaultKeys _keys;
    private readonly VaultState _state;
    private readonly byte[] _buffer;
    private readonly PayloadReader _reader = new();
    private readonly PayloadWriter _writer;
    private readonly byte[] _share = new byte[KeyDerivation.KeyLength];
    private readonly byte[] _key = new byte[KeyDerivation.KeyLength];
    private readonly byte[] _tag = new byte[TagLength];

    public StateFiles(
        IStorage storage, IHmac hmac, KeyDerivation kdf, TamperMemory tamper, VaultKeys keys, VaultState state)
    {
        _storage = storage;
        _hmac = hmac;
        _kdf = kdf;
        _tamper = tamper;
        _keys = keys;
        _state = state;
        Length = HeaderLength + state.Length + TagLength;

        // One byte more than the file has: a longer one is no state of this version.
        _buffer = new byte[Length + 1];
        _writer = new PayloadWriter(_buffer);
    }

    /// <summary>Bytes of each file.</summary>
    public int Length { get; }

    /// <summary>Goes up by one with every change; 0 while there is no state.</summary>
    public long Generation { get; private set; }

    /// <summary>Reads the newest good copy into the state, and the device key with it.</summary>
    public VaultHealth Load()
    {
        VaultHealth second = Read(SecondName);
        long secondGeneration = Generation;
        VaultHealth first = Read(FirstName);
        bool secondIsNewer = first != VaultHealth.Good || secondGeneration > Generation;
        if (second == VaultHealth.Good && secondIsNewer)
        {
            first = Read(SecondName);
        }

        Clear();
        if (first == VaultHealth.Good)
        {
            return CheckAge();
        }

        _state.Reset();
        Generation = 0;
        return Worse(first, second);
    }

    /// <summary>Whether both copies are whole and the newest, for the drill and the self-test. What is in memory
    /// stays as it is.</summary>
    public bool AreBothCopiesGood()
    {
        bool good = IsGood(FirstName) && IsGood(SecondName);
        Clear();
        return good;
    }

    /// <summary>Forgets what was read: a new token's state.</summary>
    public void Reset()
    {
        _state.Reset();
        Generation = 0;
    }

    /// <summary>Adds both files to the storage's transaction.</summary>
    public bool Append()
    {
        _writer.Position = 0;
        _writer.WriteUInt32(Magic);
        _writer.WriteByte(Version);
        _writer.WriteUInt32(Generation + 1);
        _state.Write(_writer);
        ComputeTag();
        Array.Copy(_tag, 0, _buffer, Length - TagLength, TagLength);
        bool appended = Append(FirstName) && Append(SecondName);
        Clear();
        return appended;
    }

    /// <summary>The transaction was committed: what was appended is the state now.</summary>
    public void Committed()
    {
        Generation++;
        if (_state.KeySlot.HasShare)
        {
            // Where the power goes before, or the chip does not answer, the next start catches up: see CheckAge.
            _tamper.WriteGeneration(Generation);
        }
    }

    private bool Append(string name) => _storage.BeginFile(name) && _storage.Append(_buffer, 0, Length);

    /// <summary>Whether a file is the state that was loaded, by the device key that came with it.</summary>
    private bool IsGood(string name)
    {
        if (_storage.Read(name, 0, _buffer, _buffer.Length) != Length || !StartsRight())
        {
            return false;
        }

        // The key is made of what is in memory, which is what both copies must hold.
        return _reader.ReadUInt32() == Generation && CheckTag() == VaultHealth.Good;
    }

    /// <summary>Whether magic number and version stand there; the reader is behind them then.</summary>
    private bool StartsRight()
    {
        _reader.Reset(_buffer, 0, Length - TagLength);
        bool known = _reader.ReadUInt32() == Magic;
        known &= _reader.ReadByte() == Version;
        return known;
    }

    private VaultHealth Read(string name)
    {
        int read = _storage.Read(name, 0, _buffer, _buffer.Length);
        if (read < 0)
        {
            return read == -1 ? VaultHealth.Missing : VaultHealth.Unreadable;
        }

        if (read != Length || !StartsRight())
        {
            return VaultHealth.Damaged;
        }

        // Parsed before it is checked, because the key to check it with is made of what is in it.
        Generation = _reader.ReadUInt32();
        _state.Read(_reader);
        VaultHealth device = DeriveDevice();
        if (device != VaultHealth.Good)
        {
            return device;
        }

        return _reader.Complete ? CheckTag() : VaultHealth.Damaged;
    }

    private VaultHealth DeriveDevice()
    {
        bool hasShare = _state.KeySlot.HasShare;
        VaultHealth health = hasShare ? _tamper.ReadShare(_share) : VaultHealth.Good;
        if (health == VaultHealth.Good)
        {
            _keys.DeriveDevice(_state.Identity.Secret, hasShare ? _share : null);
        }

        return health;
    }

    private VaultHealth CheckTag()
    {
        ComputeTag();
        bool intact = FixedTime.AreEqual(_tag, 0, _buffer, Length - TagLength, TagLength);
        return intact ? VaultHealth.Good : VaultHealth.Damaged;
    }

    private void ComputeTag()
    {
        _kdf.Derive(_keys.Device, KeyPurpose.StateAuthentication, _key);
        _hmac.SetKey(_key, 0, _key.Length);
        _hmac.Compute(_buffer, 0, Length - TagLength, _tag);
        _hmac.Clear();
    }

    /// <summary>Holds the state against the generation that the clock chip remembers.</summary>
    /// <remarks>The state may be ahead by one: the power went between the two. It is never behind.</remarks>
    private VaultHealth CheckAge()
    {
        if (!_state.KeySlot.HasShare)
        {
            return VaultHealth.Good;
        }

        long newest = _tamper.ReadGeneration();
        if (newest > Generation)
        {
            return VaultHealth.RolledBack;
        }

        if (newest < Generation)
        {
            _tamper.WriteGeneration(Generation);
        }

        return VaultHealth.Good;
    }

    /// <summary>Which of two failures to tell of.</summary>
    private static VaultHealth Worse(VaultHealth one, VaultHealth other)
    {
        if (one == VaultHealth.KeyLost || other == VaultHealth.KeyLost)
        {
            return VaultHealth.KeyLost;
        }

        if (one == VaultHealth.Unreadable || other == VaultHealth.Unreadable)
        {
            return VaultHealth.Unreadable;
        }

        return one == VaultHealth.Missing ? other : one;
    }

    private void Clear()
    {
        Array.Clear(_buffer, 0, _buffer.Length);
        Array.Clear(_share, 0, _share.Length);
        Array.Clear(_key, 0, _key.Length);
    }
}
