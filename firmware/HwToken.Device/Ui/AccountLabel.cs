using HwToken.Core.Text;

namespace HwToken.Device.Ui;

/// <summary>An account's name as people think of it, on two lines of which the second may be empty.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>arn:aws:iam::123456789012:mfa/alice</c>: "alice" and "1234-5678-9012". Another partition than aws is
/// put before the account's number: "cn", "us-gov".</item>
/// <item><c>issuer:account</c>: the issuer, and the account.</item>
/// <item>Anything else: itself, on both lines if it is long.</item>
/// </list>
/// </remarks>
public sealed class AccountLabel
{
    private const int AwsAccountDigits = 12;

    private byte[] _name;
    private int _length;

    public TextLine First { get; } = new();

    public TextLine Second { get; } = new();

    public void Set(Utf8Text name)
    {
        _name = name.Bytes;
        _length = name.Length;
        First.Clear();
        Second.Clear();

        bool isArn = Continues(0, "arn:");
        if (!(isArn ? TrySplitArn() : TrySplitIssuer()))
        {
            First.AddUtf8(_name, 0, _length).WrapInto(Second);
        }

        First.Shorten();
        Second.Shorten();
    }

    /// <summary>arn:PARTITION:iam::ACCOUNT:mfa/NAME (IAM User Guide, "IAM identifiers", "IAM ARNs").</summary>
    private bool TrySplitArn()
    {
        const int Partition = 4;
        const string Service = ":iam::";
        const string Resource = ":mfa/";
        int partitionEnd = IndexOfColon(Partition);
        int account = partitionEnd + Service.Length;
        int resource = account + AwsAccountDigits;
        int name = resource + Resource.Length;
        if (partitionEnd < 0 || !Continues(partitionEnd, Service) || !Continues(resource, Resource) || name == _length)
        {
            return false;
        }

        for (int i = account; i < resource; i++)
        {
            if (_name[i] < '0' || _name[i] > '9')
            {
                return false;
            }
        }

        First.AddUtf8(_name, name, _length);
        AddPartition(Partition, partitionEnd);
        Second.AddUtf8(_name, account, account + 4).AddRune('-');
        Second.AddUtf8(_name, account + 4, account + 8).AddRune('-');
        Second.AddUtf8(_name, account + 8, resource);
        return true;
    }

    private void AddPartition(int from, int to)
    {
        const string Usual = "aws";
        if (Continues(from, Usual))
        {
            from += Usual.Length;
            if (from == to)
            {
                return;
            }

            if (_name[from] == '-')
            {
                from++;
            }
        }

        Second.AddUtf8(_name, from, to).AddRune(' ');
    }

    private bool TrySplitIssuer()
    {
        int colon = IndexOfColon(0);
        int account = colon + 1;
        while (account < _length && _name[account] == ' ')
        {
            account++;
        }

        if (colon <= 0 || account >= _length)
        {
            return false;
        }

        First.AddUtf8(_name, 0, colon);
        Second.AddUtf8(_name, account, _length);
        return true;
    }

    private int IndexOfColon(int from)
    {
        for (int i = from; i < _length; i++)
        {
            if (_name[i] == ':')
            {
                return i;
            }
        }

        return -1;
    }

    private bool Continues(int at, string text)
    {
        if (at + text.Length > _length)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (_name[at + i] != text[i])
            {
                return false;
            }
        }

        return true;
    }
}
