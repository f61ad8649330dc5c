using HwToken.Device.Accounts;

namespace HwToken.TestKit.Device;

/// <summary>Accounts with the keys that belong to their names.</summary>
public static class Records
{
    public static AccountRecord Of(string name, int keyLength = 40)
    {
        var record = new AccountRecord { KeyLength = keyLength };
        Request.Id(name).CopyTo(record.Id, 0);
        if (!record.Entry.Name.TrySet(name))
        {
            throw new ArgumentException($"'{name}' is too long", nameof(name));
        }

        TokenBench.KeyOf(name, keyLength).CopyTo(record.Key, 0);
        return record;
    }

    /// <summary>The names in a store, each read with its key.</summary>
    public static IReadOnlyList<string> Names(AccountStore store)
    {
        var names = new List<string>();
        var record = new AccountRecord();
        for (int i = 0; i < store.Count; i++)
        {
            names.Add(store.Read(i, record) ? record.Entry.Name.ToString() : "(damaged)");
            record.Clear();
        }

        return names;
    }
}
