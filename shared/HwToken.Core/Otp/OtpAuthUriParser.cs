using System;

namespace HwToken.Core.Otp;

/// <summary>One pass over one otpauth URI; its rules are at <see cref="OtpAuthUri.Parse"/>.</summary>
internal sealed class OtpAuthUriParser
{
    private const string Scheme = "otpauth://";
    private const int MaxNumberLength = 9;

    // Bits of _seen, and what a parameter is called here.
    private const int Unknown = 0;
    private const int Secret = 1;
    private const int Issuer = 2;
    private const int Algorithm = 4;
    private const int Digits = 8;
    private const int Period = 16;

    private readonly char[] _text;
    private readonly int _end;
    private int _at;
    private int _seen;

    // The part that was decoded last, and where in the text its characters are. It may be the secret.
    private readonly char[] _part;
    private readonly int[] _positions;
    private int _partLength;

    private int _labelStart;
    private string _label;
    private string _issuer = "";
    private string _account;
    private byte[] _key;
    private int _keyLength;
    private OtpAlgorithm _algorithm = OtpAlgorithm.HmacSha1;
    private int _digits = 6;
    private int _period = 30;

    public OtpAuthUriParser(char[] text, int offset, int count)
    {
        _text = text;
        _at = offset;
        _end = offset + count;
        _part = new char[count];
        _positions = new int[count];
    }

    public OtpAuthUriError Error { get; private set; }

    public int ErrorPosition { get; private set; } = -1;

    /// <summary>The account, or null with <see cref="Error"/> and <see cref="ErrorPosition"/> set.</summary>
    public OtpAuthUri Parse()
    {
        OtpAuthUri uri = ReadType() && ReadLabel() && ReadParameters() && SplitLabel()
            ? new OtpAuthUri(_issuer, _account, _key, 0, _keyLength, _algorithm, _digits, _period)
            : null;
        Array.Clear(_part, 0, _part.Length);
        if (_key != null)
        {
            Array.Clear(_key, 0, _key.Length);
        }

        return uri;
    }

    private bool ReadType()
    {
        int start = _at;
        if (!Skip(Scheme))
        {
            return Fail(OtpAuthUriError.NotOtpAuth, start);
        }

        start = _at;
        if (Skip("totp/"))
        {
            return true;
        }

        return Fail(Skip("hotp/") ? OtpAuthUriError.HotpNotSupported : OtpAuthUriError.UnknownType, start);
    }

    private bool ReadLabel()
    {
        _labelStart = _at;
        _at = Find('?', _end);
        if (!Decode(_labelStart, _at))
        {
            return false;
        }

        _label = new string(_part, 0, _partLength);
        return true;
    }

    private bool ReadParameters()
    {
        while (_at < _end)
        {
            int name = ++_at; // behind ? or &
            int end = Find('&', _end);
            int equals = Find('=', end);
            int parameter = Parameter(name, equals);
            if ((_seen & parameter) != 0)
            {
                return Fail(OtpAuthUriError.ParameterRepeated, name);
            }

            _seen |= parameter;
            int value = equals < end ? equals + 1 : end;
            if (parameter != Unknown && (!Decode(value, end) || !Read(parameter, value)))
            {
                return false;
            }

            _at = end;
        }

        return _keyLength > 0 || Fail(OtpAuthUriError.SecretMissing, _end);
    }

    private int Parameter(int start, int end)
    {
        return Same(_text, start, end, "secret") ? Secret
            : Same(_text, start, end, "issuer") ? Issuer
            : Same(_text, start, end, "algorithm") ? Algorithm
            : Same(_text, start, end, "digits") ? Digits
            : Same(_text, start, end, "period") ? Period
            : Unknown;
    }

    // The decoded value is in _part; value is where it begins in the text.
    private bool Read(int parameter, int value)
    {
        switch (parameter)
        {
            case Secret:
                return ReadSecret();
            case Issuer:
                _issuer = new string(_part, 0, _partLength);
                return true;
            case Algorithm:
                return ReadAlgorithm(value);
            case Digits:
                _digits = Number();
                return (_digits >= Hotp.MinDigits && _digits <= Hotp.MaxDigits)
                    || Fail(OtpAuthUriError.DigitsInvalid, value);
            default:
                _period = Number();
                return _period >= 1 || Fail(OtpAuthUriError.PeriodInvalid, value);
        }
    }

    private bool ReadSecret()
    {
        _key = new byte[Base32.MaxDecodedLength(_partLength)];
        _keyLength = Base32.Decode(_part, 0, _partLength, _key, out int errorPosition);
        return _keyLength >= 0 || Fail(OtpAuthUriError.SecretInvalid, _positions[errorPosition]);
    }

    private bool ReadAlgorithm(int value)
    {
        if (Same(_part, 0, _partLength, "SHA256"))
        {
            _algorithm = OtpAlgorithm.HmacSha256;
            return true;
        }

        if (Same(_part, 0, _partLength, "SHA1"))
        {
            return true;
        }

        bool sha512 = Same(_part, 0, _partLength, "SHA512");
        return Fail(sha512 ? OtpAuthUriError.Sha512NotSupported : OtpAuthUriError.UnknownAlgorithm, value);
    }

    // -1 for what is no number, and for what would not fit an int.
    private int Number()
    {
        if (_partLength == 0 || _partLength > MaxNumberLength)
        {
            return -1;
        }

        int number = 0;
        for (int i = 0; i < _partLength; i++)
        {
            int digit = _part[i] - '0';
            if (digit < 0 || digit > 9)
            {
                return -1;
            }

            number = (number * 10) + digit;
        }

        return number;
    }

    // Compares and searches by itself: the framework's StartsWith would ask the culture, and the chip's IndexOf finds
    // nothing behind a character of four bytes.
    private bool SplitLabel()
    {
        bool hasIssuer = (_seen & Issuer) != 0;
        int colon = hasIssuer ? _issuer.Length : FirstColon(_label);
        if (colon > 0 && colon < _label.Length && _label[colon] == ':'
            && (!hasIssuer || _label.Substring(0, colon) == _issuer))
        {
            _issuer = _label.Substring(0, colon);
            _account = _label.Substring(colon + 1);
        }
        else
        {
            _account = _label;
        }

        // The format allows blanks behind the colon; they are no part of a name, with a colon or without.
        _account = _account.TrimStart(' ');
        return _account.Length > 0 || Fail(OtpAuthUriError.AccountMissing, _labelStart);
    }

    private static int FirstColon(string text)
    {
        int at = 0;
        while (at < text.Length && text[at] != ':')
        {
            at++;
        }

        return at;
    }

    private bool Decode(int start, int end)
    {
        _partLength = PercentEncoding.Decode(_text, start, end, _part, _positions, out int errorPosition);
        return _partLength >= 0 || Fail(OtpAuthUriError.EscapeInvalid, errorPosition);
    }

    private int Find(char c, int end)
    {
        int at = _at;
        while (at < end && _text[at] != c)
        {
            at++;
        }

        return at;
    }

    private bool Skip(string expected)
    {
        int end = _at + expected.Length;
        bool found = end <= _end && Same(_text, _at, end, expected);
        _at = found ? end : _at;
        return found;
    }

    // ASCII letters compare without case: schemes do (RFC 3986, section 3.1), and writers of QR codes vary the rest.
    private static bool Same(char[] text, int start, int end, string expected)
    {
        if (end - start != expected.Length)
        {
            return false;
        }

        for (int i = 0; i < expected.Length; i++)
        {
            if (Lower(text[start + i]) != Lower(expected[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static char Lower(char c) => c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;

    private bool Fail(OtpAuthUriError error, int position)
    {
        Error = error;
        ErrorPosition = position;
        return false;
    }
}
