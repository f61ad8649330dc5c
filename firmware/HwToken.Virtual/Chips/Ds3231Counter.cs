using System.Globalization;

namespace HwToken.Virtual.Chips;

/// <summary>Registers 00 to 06 of a DS3231, counting: the carries from seconds up to the century bit.</summary>
internal sealed class Ds3231Counter
{
    public const int RegisterCount = 7;

    private int _seconds;
    private int _minutes;
    private int _hours;
    private bool _twelveHour;
    private int _dayOfWeek;
    private int _date;
    private int _month;
    private int _year;
    private bool _century;

    public void ResetTo2000() => Reset(year: 0, century: false, dayOfWeek: 1);

    public void ResetTo1970() => Reset(year: 70, century: true, dayOfWeek: 4);

    public Ds3231Counter Copy() => (Ds3231Counter)MemberwiseClone();

    public void Advance(long seconds)
    {
        long secondOfDay = _seconds + (60L * _minutes) + (3600L * _hours) + seconds;
        for (; secondOfDay >= 86400; secondOfDay -= 86400)
        {
            NextDay();
        }

        _seconds = (int)(secondOfDay % 60);
        _minutes = (int)(secondOfDay / 60 % 60);
        _hours = (int)(secondOfDay / 3600);
    }

    public byte Read(int register) => register switch
    {
        0 => Bcd(_seconds),
        1 => Bcd(_minutes),
        2 when _twelveHour => (byte)(0x40 | (_hours >= 12 ? 0x20 : 0) | Bcd(_hours % 12 == 0 ? 12 : _hours % 12)),
        2 => Bcd(_hours),
        3 => (byte)_dayOfWeek,
        4 => Bcd(_date),
        5 => (byte)(Bcd(_month) | (_century ? 0x80 : 0)),
        6 => Bcd(_year),
        _ => throw new ArgumentOutOfRangeException(nameof(register)),
    };

    /// <exception cref="InvalidOperationException">The value is illogical for this register.</exception>
    public void Write(int register, byte value)
    {
        switch (register)
        {
            case 0:
                _seconds = Logical(register, value, 0, 59);
                break;
            case 1:
                _minutes = Logical(register, value, 0, 59);
                break;
            case 2 when (value & 0x40) != 0:
                _twelveHour = true;
                _hours = (Logical(register, (byte)(value & 0x1F), 1, 12) % 12) + ((value & 0x20) != 0 ? 12 : 0);
                break;
            case 2:
                _twelveHour = false;
                _hours = Logical(register, value, 0, 23);
                break;
            case 3:
                _dayOfWeek = Logical(register, value, 1, 7);
                break;
            case 4:
                _date = Logical(register, value, 1, 31);
                break;
            case 5:
                _month = Logical(register, (byte)(value & 0x1F), 1, 12);
                _century = (value & 0x80) != 0;
                break;
            case 6:
                _year = Logical(register, value, 0, 99);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(register));
        }
    }

    private void Reset(int year, bool century, int dayOfWeek)
    {
        (_seconds, _minutes, _hours, _twelveHour) = (0, 0, 0, false);
        (_dayOfWeek, _date, _month, _year, _century) = (dayOfWeek, 1, 1, year, century);
    }

    private void NextDay()
    {
        _dayOfWeek = _dayOfWeek == 7 ? 1 : _dayOfWeek + 1;
        int last = _month switch
        {
            2 => _year % 4 == 0 ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31,
        };
        if (_date < last)
        {
            _date++;
            return;
        }

        _date = 1;
        if (_month < 12)
        {
            _month++;
            return;
        }

        _month = 1;
        if (_year < 99)
        {
            _year++;
            return;
        }

        _year = 0;
        _century = !_century;
    }

    private static byte Bcd(int value) => Convert.ToByte(value.ToString(CultureInfo.InvariantCulture), 16);

    private static int Logical(int register, byte value, int lowest, int highest)
    {
        int number = (value >> 4 <= 9) && ((value & 0x0F) <= 9) ? (10 * (value >> 4)) + (value & 0x0F) : -1;
        return number >= lowest && number <= highest
            ? number
            : throw new InvalidOperationException(
                $"register {register:X2}h of the clock chip was written with {value:X2}h: the datasheet leaves undefined what follows");
    }
}
