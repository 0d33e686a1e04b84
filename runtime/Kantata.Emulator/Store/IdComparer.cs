namespace Kantata.Emulator.Store;

/// <summary>Orders ids as numbers where they are numbers, and those before composite ids.</summary>
internal sealed class IdComparer : IComparer<string>
{
    public static IdComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        bool xIsNumber = IsNumber(x);
        bool yIsNumber = IsNumber(y);
        if (xIsNumber != yIsNumber)
        {
            return xIsNumber ? -1 : 1;
        }

        // Numbers without leading zeros are ordered by their length and then by their digits, however long they are.
        return xIsNumber && x!.Length != y!.Length ? x.Length.CompareTo(y.Length) : string.CompareOrdinal(x, y);
    }

    private static bool IsNumber(string? id) => id is { Length: > 0 } && id[0] != '0' && !id.AsSpan().ContainsAnyExceptInRange('0', '9');
}
