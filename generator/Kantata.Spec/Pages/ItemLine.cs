namespace Kantata.Spec.Pages;

/// <summary>A line that begins an item: <c>  - `title` (string, required)</c>.</summary>
internal readonly ref struct ItemLine
{
    private const string Opening = "  - `";

    private ItemLine(int nameStart, ReadOnlySpan<char> name, ReadOnlySpan<char> type, bool hasType, int typeStart, int restStart, bool isComplete)
    {
        NameStart = nameStart;
        Name = name;
        Type = type;
        HasType = hasType;
        TypeStart = typeStart;
        RestStart = restStart;
        IsComplete = isComplete;
    }

    /// <summary>The column of the name, from 0.</summary>
    public int NameStart { get; }

    public ReadOnlySpan<char> Name { get; }

    /// <summary>What stands in the brackets.</summary>
    public ReadOnlySpan<char> Type { get; }

    public bool HasType { get; }

    /// <summary>The column of <see cref="Type"/>, from 0.</summary>
    public int TypeStart { get; }

    /// <summary>The column after the brackets, from 0, where the format has nothing and people write on.</summary>
    public int RestStart { get; }

    /// <summary>Whether backticks and brackets are closed.</summary>
    public bool IsComplete { get; }

    /// <summary>Whether a line begins an item. Nothing but two blanks, a dash, a blank and a backtick does.</summary>
    public static bool Begins(ReadOnlySpan<char> line) => line.StartsWith(Opening.AsSpan(), StringComparison.Ordinal);

    /// <summary>Reads a line that <see cref="Begins"/> an item; what is missing is empty.</summary>
    public static ItemLine Read(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = line[Opening.Length..];
        int nameLength = rest.IndexOf('`');
        if (nameLength < 0)
        {
            return new ItemLine(Opening.Length, rest.TrimEnd(), default, hasType: false, line.Length, line.Length, isComplete: false);
        }

        ReadOnlySpan<char> name = rest[..nameLength];
        int after = Opening.Length + nameLength + 1;
        ReadOnlySpan<char> brackets = line[after..];
        int skipped = brackets.Length - brackets.TrimStart().Length;
        if (skipped == brackets.Length || brackets[skipped] != '(')
        {
            return new ItemLine(Opening.Length, name, default, hasType: false, after, after, isComplete: true);
        }

        int typeStart = after + skipped + 1;
        int typeLength = LengthToClosingBracket(line[typeStart..]);
        return typeLength < 0
            ? new ItemLine(Opening.Length, name, line[typeStart..].Trim(), hasType: true, typeStart, line.Length, isComplete: false)
            : new ItemLine(Opening.Length, name, line.Slice(typeStart, typeLength).Trim(), hasType: true, typeStart, typeStart + typeLength + 1, isComplete: true);
    }

    private static int LengthToClosingBracket(ReadOnlySpan<char> text)
    {
        int depth = 1;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
