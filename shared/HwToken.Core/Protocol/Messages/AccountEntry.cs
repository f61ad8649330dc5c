namespace HwToken.Core.Protocol.Messages;

/// <summary>An account without its key: what a list shows, and what a new account is stored with.</summary>
public sealed class AccountEntry : IMessage
{
    /// <summary>The most bytes that <see cref="Write"/> takes.</summary>
    public const int MaxLength = 4 + 1 + Limits.NameLength;

    public OtpAlgorithm Algorithm { get; set; }

    /// <summary>6 to 8.</summary>
    public int Digits { get; set; } = 6;

    /// <summary>Seconds of a time step, 1 to 65535.</summary>
    public int Period { get; set; } = 30;

    public Utf8Text Name { get; } = new Utf8Text(Limits.NameLength);

    /// <summary>What is wrong with it: the name's status, the parameters' status, or <see cref="Status.Ok"/>.</summary>
    public Status Check()
    {
        if (Name.Length == 0 || !Name.IsPrintable)
        {
            return Status.NameInvalid;
        }

        bool known = Algorithm == OtpAlgorithm.HmacSha1 || Algorithm == OtpAlgorithm.HmacSha256;
        return known && Digits >= Limits.MinDigits && Digits <= Limits.MaxDigits
            && Period >= 1 && Period <= Limits.MaxPeriod
            ? Status.Ok
            : Status.ParameterInvalid;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte((int)Algorithm);
        writer.WriteByte(Digits);
        writer.WriteUInt16(Period);
        Name.Write(writer);
    }

    public void Read(PayloadReader reader)
    {
        Algorithm = (OtpAlgorithm)reader.ReadByte();
        Digits = reader.ReadByte();
        Period = reader.ReadUInt16();
        Name.Read(reader);
    }
}
